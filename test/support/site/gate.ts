/** Lets all pass once so many have come. */
export function gate(count: number): { passed: () => Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return {
    passed: () => {
      come += 1;
      if (come >= count) resolve();
      return promise;
    },
  };
}
