import { expect } from 'vitest';
import type { LiveEvent } from '../../src/features/live/contract.ts';
import type { TestApp, TestPerson } from './test-app.ts';

/** Opens streams of a product that listens: what each has said, and how to wait for more. */
export async function listenerOf(test: TestApp) {
  const address = await test.app.http.listen({ port: 0, host: '127.0.0.1' });
  return async (person: TestPerson, path: string) => openStream(`${address}${path}`, person);
}

/** Listening begins after the answer, and what is called out takes its way. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 250));
}

async function openStream(url: string, person: TestPerson) {
  const stop = new AbortController();
  const answer = await fetch(url, {
    headers: { cookie: person.cookie },
    signal: stop.signal,
  });
  const heard: LiveEvent[] = [];
  let raw = '';
  const state = { ended: false };
  const reading = (async () => {
    for await (const chunk of answer.body ?? []) {
      raw += Buffer.from(chunk).toString();
      for (const [, data] of Buffer.from(chunk)
        .toString()
        .matchAll(/^data: (.*)$/gm)) {
        heard.push(JSON.parse(data ?? '') as LiveEvent);
      }
    }
    state.ended = true;
  })().catch(() => {});
  const until = async (condition: () => boolean) => {
    const deadline = performance.now() + 3000;
    while (!condition() && performance.now() < deadline) await new Promise((go) => setTimeout(go, 5));
    expect(condition(), JSON.stringify(heard)).toBe(true);
  };
  if (answer.status === 200) await until(() => heard.some(({ is }) => is === 'ready'));
  return {
    status: answer.status,
    heard,
    until,
    state,
    raw: () => raw,
    stop: async () => {
      stop.abort();
      await reading;
    },
  };
}
