import { PgBoss } from 'pg-boss';
import type pg from 'pg';

/** The queues of the program; retried with growing pauses for about two days. */
const queues = {
  mail: {
    retryLimit: 60,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 60,
    notify: true,
  },
} as const;
export type QueueName = keyof typeof queues;

export const jobsSchema = 'pgboss';

/** As the database's owner: makes or updates the tables of the jobs, and the queues. */
export async function prepareJobs(owner: pg.ClientConfig): Promise<void> {
  const boss = new PgBoss({ ...bossConnection(owner), max: 1, supervise: false, schedule: false });
  boss.on('error', () => {}); // what matters is thrown by the calls below
  await boss.start();
  try {
    for (const [name, options] of Object.entries(queues)) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options); // createQueue leaves an existing queue as it is
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** The part of a connection that pg-boss takes. */
export function bossConnection(config: pg.ClientConfig) {
  const { host, port, user, password, database, ssl } = config;
  return {
    schema: jobsSchema,
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user }),
    ...(typeof password === 'string' && { password }),
    ...(database !== undefined && { database }),
    ...(ssl !== undefined && { ssl }),
  };
}
