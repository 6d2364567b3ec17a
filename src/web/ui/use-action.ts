import { useState } from 'react';

/** An act of a button or switch: whether it is under way, and why it failed. `run` answers whether it succeeded. */
export function useAction() {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function run(act: () => Promise<unknown>): Promise<boolean> {
    setPending(true);
    setError(null);
    try {
      await act();
      return true;
    } catch (cause) {
      setError(cause);
      return false;
    } finally {
      setPending(false);
    }
  }
  return { run, isPending, error };
}
