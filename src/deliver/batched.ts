/**
 * Joins calls that come while a batch is under way into the next one, so that many deliveries into one
 * file cost one write. Batches run one after the other; a failed batch fails each of its calls.
 * @param run gives one result for each item, in the same order
 */
export function batched<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: { item: Item; settle: PromiseWithResolvers<Result> }[] = [];
  let running = false;

  const drain = async () => {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        // oxlint-disable-next-line no-await-in-loop -- batches run one after the other
        const results = await run(batch.map(({ item }) => item));
        batch.forEach(({ settle }, index) => settle.resolve(results[index] as Result));
      } catch (error) {
        for (const { settle } of batch) settle.reject(error);
      }
    }
    running = false;
  };

  return (item) => {
    const settle = Promise.withResolvers<Result>();
    waiting.push({ item, settle });
    if (!running) void drain();
    return settle.promise;
  };
}
