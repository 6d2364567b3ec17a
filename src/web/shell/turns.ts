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
      return written;
    },
    idle: async (): Promise<void> => {
      await last;
    },
  };
}
