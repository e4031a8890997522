import type { Queue } from 'bullmq';

/** When the oldest job was added that could be done now, while no worker has any (epoch ms). */
export async function untakenSince(queue: Queue): Promise<number | undefined> {
  const [{ active = 0 }, [oldest]] = await Promise.all([
    queue.getJobCounts('active'),
    queue.getJobs('waiting', 0, 0, true),
  ]);
  return active === 0 ? oldest?.timestamp : undefined;
}
