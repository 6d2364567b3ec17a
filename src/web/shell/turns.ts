const underWay = new Set<Promise<unknown>>();

/** When nothing that is written in turn is on its way, from whichever part of the page. */
export async function turnsDone(): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}

/** One request at a time, in the order they were made: positions and versions build on each other. */
export function createTurns(onOutcome: (error: unknown) => void) {
  let last: Promise<unknown> = Promise.resolve();

  async function inTurn(before: Promise<unknown>, request: () => Promise<unknown>): Promise<boolean> {
    await before;
    try {
      await request();
      onOutcome(null);
      return true;
    } catch (cause) {
      onOutcome(cause);
      return false;
    }
  }

  return {
    /** Answers whether it succeeded. */
    write: async (request: () => Promise<unknown>): Promise<boolean> => {
      const written = inTurn(last, request);
      last = written;
      underWay.add(written);
      void written.finally(() => underWay.delete(written));
      return written;
    },
    idle: async (): Promise<void> => {
      await last;
    },
  };
}
