import pg from 'pg';

const channel = 'duologue_live';
const longestPause = 5000;

/** Hears what the database calls out when a change commits: a topic, and the rest of the line. */
export interface Live {
  /** Answers how to stop hearing. `hear` gets null after a gap in which something may have been missed. */
  subscribe: (topic: string, hear: (detail: string | null) => void) => () => void;
  stop: () => Promise<void>;
}

/** One connection for all listeners, opened for the first of them, and again whenever it is lost. */
export function listenLive(connection: pg.ClientConfig, onError: (error: unknown) => void): Live {
  const listeners = new Map<string, Set<(detail: string | null) => void>>();
  let client: pg.Client | null = null;
  let isStopped = false;
  let pause = 100;

  const tell = (message: string) => {
    const [kind = '', id = '', ...rest] = message.split(' ');
    for (const hear of listeners.get(`${kind} ${id}`) ?? []) hear(rest.join(' '));
  };
  const tellOfGap = () => {
    for (const hear of [...listeners.values()].flatMap((all) => [...all])) hear(null);
  };
  const lose = (lost: pg.Client, error: unknown) => {
    if (client !== lost || isStopped) return;
    client = null;
    onError(error);
    lost.end().catch(() => {});
    setTimeout(() => void connect(), pause).unref();
    pause = Math.min(pause * 2, longestPause);
  };
  const connect = async () => {
    if (client !== null || isStopped || listeners.size === 0) return;
    const next = new pg.Client({ ...connection, keepAlive: true });
    client = next;
    next.on('error', (error) => lose(next, error));
    next.on('end', () => lose(next, new Error('The connection for live events ended.')));
    next.on('notification', ({ payload }) => tell(payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      pause = 100;
      tellOfGap();
    } catch (error) {
      lose(next, error);
    }
  };

  return {
    subscribe: (topic, hear) => {
      const all = listeners.get(topic) ?? new Set();
      listeners.set(topic, all.add(hear));
      void connect();
      return () => {
        all.delete(hear);
        if (all.size === 0 && listeners.get(topic) === all) listeners.delete(topic);
      };
    },
    stop: async () => {
      isStopped = true;
      await client?.end();
    },
  };
}
