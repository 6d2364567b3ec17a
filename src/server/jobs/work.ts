import { PgBoss } from 'pg-boss';
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { bossConnection } from './prepare-jobs.ts';
import type { QueueName } from './prepare-jobs.ts';

export interface Worker {
  stop: () => Promise<void>;
}

type Handlers = Record<QueueName, (id: string) => Promise<void>>;

/**
 * A few at a time, and the next few at once: after a mail server was away, what has waited must not leave at one mail in
 * three seconds. Each job fails or succeeds by itself.
 */
const worked = {
  batchSize: 3,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 3,
} as const;

/** Works the queues as the worker role. A job holds one id, or none where the clock sent it; its handler may run twice. */
export async function startWorker(
  connection: pg.ClientConfig,
  handlers: Handlers,
  log: FastifyBaseLogger,
): Promise<Worker> {
  const boss = new PgBoss({
    ...bossConnection(connection),
    max: 3,
    migrate: false,
    createSchema: false,
    schedule: true,
    reindex: false, // rebuilding an index takes its owner, which no job is
    useListenNotify: true,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'jobs'));
  await boss.start();
  for (const [name, handle] of Object.entries(handlers)) {
    const workOne = async (job: { id: string; data: { id: string } | null }) =>
      handle(job.data?.id ?? '').then(
        () => ({ id: job.id, status: 'completed' as const }),
        (error: unknown) => {
          log.warn({ err: error, queue: name }, 'a job failed and will be tried again');
          return { id: job.id, status: 'failed' as const };
        },
      );
    await boss.work<{ id: string } | null>(name, worked, async (jobs) => Promise.all(jobs.map(workOne)));
  }
  return { stop: async () => boss.stop({ graceful: true, timeout: 5000 }) };
}
