import type { OneOnOne } from '../../contract.ts';

interface QueueOptions {
  read: () => OneOnOne;
  show: (record: OneOnOne) => void;
  onError: (cause: unknown) => void;
}

export interface WriteQueue {
  /** Shows the change at once; resolves to the record as the server has it, or null where it was refused. */
  write: (
    change: ((record: OneOnOne) => OneOnOne) | null,
    request: (now: OneOnOne, base: OneOnOne) => Promise<OneOnOne>,
  ) => Promise<OneOnOne | null>;
  idle: () => Promise<void>;
}

/** One write at a time, in the order they were made: positions and versions build on each other. */
export function createWriteQueue({ read, show, onError }: QueueOptions): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  return {
    write: async (change, request) => {
      const base = read();
      if (change !== null) show(change(base));
      waiting += 1;
      const before = last;
      const written = (async () => {
        await before;
        try {
          const record = await request(read(), base);
          const { state, version, yourTurn, abilities } = record;
          // What is shown already includes the writes that still wait.
          show(waiting > 1 ? { ...read(), state, version, yourTurn, abilities } : record);
          return record;
        } catch (cause) {
          onError(cause);
          return null;
        } finally {
          waiting -= 1;
        }
      })();
      last = written;
      return written;
    },
    idle: async () => {
      await last;
    },
  };
}
