import type { CallResult } from '../../../shared/routes.ts';
import { upload } from '../../../web/shell/upload.ts';
import { messageOf } from '../../../web/ui/message-of.ts';
import { fileRoutes as routes } from '../contract.ts';
import { largestFile } from '../domain/limits.ts';

export interface Sending {
  key: string;
  name: string;
  size: number;
  /** From 0 to 1; null while it waits for its turn. */
  share: number | null;
  /** Why it did not arrive. */
  fault: string | null;
  /** Whether trying again could help. */
  mayRetry: boolean;
}

export type Added = CallResult<typeof routes.add>;

export interface Uploads {
  all: () => readonly Sending[];
  add: (files: readonly File[]) => void;
  retry: (key: string) => void;
  /** Stops it, or takes its line away where it has failed. */
  cancel: (key: string) => void;
  /** When nothing is on its way. */
  idle: () => Promise<void>;
}

/** The browser asks whether to leave while something is on its way. */
const askFirst = (event: Event) => event.preventDefault();

/** At once; more would only share the same line, and a browser opens six connections to a server. */
const atOnce = 2;

/** Files on their way to a one-on-one. They keep going while their page is shown or not. */
export function createUploads(
  oneOnOneId: string,
  told: { onChange: () => void; onAdded: (added: Added) => void },
): Uploads {
  let list: Sending[] = [];
  const files = new Map<string, File>();
  const stops = new Map<string, AbortController>();
  let whenIdle: (() => void)[] = [];

  function change(key: string, wanted: Partial<Sending>): void {
    list = list.map((one) => (one.key === key ? { ...one, ...wanted } : one));
    told.onChange();
  }

  function drop(key: string): void {
    list = list.filter((one) => one.key !== key);
    files.delete(key);
    told.onChange();
  }

  function next(): void {
    const waiting = list.find((one) => one.share === null && one.fault === null);
    if (waiting !== undefined && stops.size < atOnce) {
      void send(waiting.key);
      next();
    }
    if (stops.size > 0) return addEventListener('beforeunload', askFirst);
    removeEventListener('beforeunload', askFirst);
    for (const resolve of whenIdle) resolve();
    whenIdle = [];
  }

  async function send(key: string): Promise<void> {
    const file = files.get(key);
    if (file === undefined) return;
    const stop = new AbortController();
    stops.set(key, stop);
    change(key, { share: 0 });
    try {
      const onProgress = (share: number) => change(key, { share });
      told.onAdded(
        await upload(routes.add, { params: { oneOnOneId }, file, signal: stop.signal, onProgress }),
      );
      drop(key);
    } catch (cause) {
      if (!stop.signal.aborted) change(key, { share: null, fault: messageOf(cause), mayRetry: true });
    } finally {
      stops.delete(key);
      next();
    }
  }

  return {
    all: () => list,
    add: (chosen) => {
      for (const file of chosen) {
        const key = crypto.randomUUID();
        const isTooLarge = file.size > largestFile;
        const fault = isTooLarge
          ? 'Larger than 10 MB. Add a smaller one, or a link to it in an answer.'
          : null;
        list = [...list, { key, name: file.name, size: file.size, share: null, fault, mayRetry: false }];
        if (!isTooLarge) files.set(key, file);
      }
      told.onChange();
      next();
    },
    retry: (key) => {
      change(key, { fault: null, share: null });
      next();
    },
    cancel: (key) => {
      stops.get(key)?.abort();
      drop(key);
    },
    idle: async () =>
      stops.size === 0 ? undefined : new Promise<void>((resolve) => void whenIdle.push(resolve)),
  };
}
