import { toasts } from './toast.ts';

export interface Removals {
  /** Hides it at once; the request waits until the message with Undo has gone. */
  remove: (id: string, message: string, request: (keepalive: boolean) => Promise<unknown>) => void;
  has: (id: string) => boolean;
  commitAll: (isPageGoing: boolean) => void;
}

export function createRemovals(onChange: () => void): Removals {
  const waiting = new Map<string, { request: (keepalive: boolean) => Promise<unknown>; close: () => void }>();

  function commit(id: string, keepalive: boolean): void {
    const removal = waiting.get(id);
    if (removal === undefined) return;
    waiting.delete(id);
    removal.close();
    void removal.request(keepalive);
    onChange();
  }

  function takeBack(id: string): void {
    waiting.delete(id);
    onChange();
  }

  return {
    remove: (id, text, request) => {
      const key = toasts.add(
        { text, undo: () => takeBack(id) },
        { timeout: 10_000, onClose: () => commit(id, false) },
      );
      waiting.set(id, { request, close: () => toasts.close(key) });
      onChange();
    },
    has: (id) => waiting.has(id),
    commitAll: (isPageGoing) => {
      for (const id of waiting.keys()) commit(id, isPageGoing);
    },
  };
}
