import { PgBoss } from 'pg-boss';
import type pg from 'pg';

/** What comes round by the clock waits for no second try: the next time comes, and its handler catches up. */
const byClock = { retryLimit: 0, expireInSeconds: 300, notify: true } as const;

/** The queues of the program. Mails are retried with growing pauses for about two days. */
const queues = {
  mail: {
    retryLimit: 60,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 60,
    notify: true,
  },
  // As long as a grant is good for. It says each half minute that it lives: what a crash has cut off soon begins again.
  exports: { retryLimit: 2, retryDelay: 5, expireInSeconds: 3600, heartbeatSeconds: 60, notify: true },
  reminders: byClock,
  recoveries: byClock,
  'target-hits': byClock,
  'targets-again': byClock,
  'throwing-away': byClock,
} as const;
export type QueueName = keyof typeof queues;

/** By UTC. A time may be up to half a minute late, or come twice after a start: handlers find out what is due. */
const timetable: Partial<Record<QueueName, string>> = {
  reminders: '*/5 * * * *',
  recoveries: '*/5 * * * *',
  'target-hits': '* * * * *',
  // Every hour: a day is over at another time in each time zone.
  'targets-again': '4 * * * *',
  'throwing-away': '17 2 * * *',
};

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
    for (const [name, cron] of Object.entries(timetable)) await boss.schedule(name, cron);
    // Where the clock was ahead and was put back, the timetable would rest until it is that late again.
    await boss.getDb().executeSql(`update ${jobsSchema}.version set cron_on = null where cron_on > now()`);
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
