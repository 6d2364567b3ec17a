import { PgBoss } from 'pg-boss';
import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import { bossConnection } from './prepare-jobs.ts';
import type { QueueName } from './prepare-jobs.ts';

export interface Worker {
  stop: () => Promise<void>;
}

type Handlers = Record<QueueName, (id: string) => Promise<void>>;

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
    await boss.work<{ id: string } | null>(
      name,
      { batchSize: 1, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 3 },
      async (jobs) => {
        for (const job of jobs) {
          await handle(job.data?.id ?? '').catch((error: unknown) => {
            log.warn({ err: error, queue: name }, 'a job failed and will be tried again');
            throw error;
          });
        }
      },
    );
  }
  return { stop: async () => boss.stop({ graceful: true, timeout: 5000 }) };
}
