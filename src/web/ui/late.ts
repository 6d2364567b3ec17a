import { lazy, type ComponentType } from 'react';

const pause = 5000;

/**
 * A component whose code comes when it is first shown. Where it does not arrive, what stands in its place stays, and it
 * is tried again: a lost connection must not take the page away under somebody who writes on it.
 */
export function late<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    for (;;) {
      try {
        return await load();
      } catch {
        await soon();
      }
    }
  });
}

async function soon(): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, pause);
    globalThis.addEventListener(
      'online',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
