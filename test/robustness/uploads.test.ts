import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { largestFile } from '../../src/features/files/domain/limits.ts';
import { expectStatus } from '../support/expect-status.ts';
import { addPair, oneOnOneIn } from '../support/pair.ts';
import { fileForm } from '../support/send-file.ts';
import { testApp } from '../support/test-app.ts';

const test = await testApp();
await test.app.http.listen({ port: 0, host: '127.0.0.1' });
const { port } = test.app.http.server.address() as AddressInfo; // it listens on TCP
const pair = await addPair(test);
const filesAt = (id: string) => `/api/one-on-ones/${id}/files`;
const kept = async () => (await readdir(test.filesFolder)).toSorted();

function headOf(path: string, cookie: string, length: number, contentType: string): string {
  const lines = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `cookie: ${cookie}`,
    `content-type: ${contentType}`,
    `content-length: ${length}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

async function connect(): Promise<net.Socket> {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => {}); // being cut off is what is looked for
  await once(socket, 'connect');
  return socket;
}

/** How long the server leaves a connection open on which a byte comes every half second. */
async function secondsOf(path: string, cookie: string, contentType: string): Promise<number> {
  const socket = await connect();
  const began = performance.now();
  socket.write(headOf(path, cookie, 5000, contentType));
  const drip = setInterval(() => socket.write('-'), 500);
  socket.resume();
  await Promise.race([once(socket, 'close'), pause(20_000)]);
  clearInterval(drip);
  socket.destroy();
  return (performance.now() - began) / 1000;
}

describe('an upload over the wire', () => {
  it('that is cut off leaves nothing: no bytes, no row, no change', async () => {
    const { id } = await oneOnOneIn(pair, 'active');
    const at = filesAt(id);
    const before = [await kept(), expectStatus(200, await pair.manager.get(`/api/one-on-ones/${id}`))];
    const { payload, contentType } = await fileForm({
      name: 'cut.bin',
      content: new Uint8Array(randomBytes(3_000_000)),
    });
    for (const share of [0.1, 0.9, 0.9999]) {
      const socket = await connect();
      socket.write(headOf(at, pair.manager.cookie, payload.length, contentType));
      socket.write(payload.subarray(0, payload.length * share));
      await expect.poll(async () => (await kept()).some((name) => name.endsWith('.part'))).toBe(true);
      socket.destroy();
      await expect.poll(kept).toEqual(before[0]);
    }
    expect([await kept(), expectStatus(200, await pair.manager.get(`/api/one-on-ones/${id}`))]).toEqual(
      before,
    );
    expect(expectStatus(200, await pair.manager.get(at)).items).toEqual([]);
  });

  it('of somebody who may not is answered before its body has come', async () => {
    const { id } = await oneOnOneIn(pair, 'active');
    for (const [person, status] of [
      [pair.employee, 403],
      [await test.addPerson('Paul Weber'), 404],
    ] as const) {
      const socket = await connect();
      socket.write(headOf(filesAt(id), person.cookie, 5_000_000, 'multipart/form-data; boundary=x'));
      const [answer] = await once(socket, 'data');
      expect(String(answer)).toContain(`HTTP/1.1 ${status}`);
      socket.destroy();
    }
  });

  it('twenty at once raise the memory by less than 100 MB', async () => {
    const { id } = await oneOnOneIn(pair, 'active');
    const { payload, contentType } = await fileForm({
      name: 'big.bin',
      content: new Uint8Array(largestFile),
    });
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const request = http.request({
          port,
          method: 'POST',
          path: filesAt(id),
          headers: {
            cookie: pair.manager.cookie,
            'content-type': contentType,
            'content-length': payload.length,
          },
        });
        // In pieces, as a network brings it; the same bytes for all, so that they weigh nothing here.
        for (let at = 0; at < payload.length; at += 256 * 1024) {
          if (!request.write(payload.subarray(at, at + 256 * 1024))) await once(request, 'drain');
        }
        request.end();
        const [response] = (await once(request, 'response')) as [http.IncomingMessage]; // that is what the event brings
        response.resume();
        return response.statusCode;
      }),
    );
    clearInterval(watch);
    expect(statuses).toEqual(Array(20).fill(201));
    expect((peak - before) / 1e6).toBeLessThan(100);
  });
});

// Both mostly wait, so they wait together.
describe('a body that drips in', () => {
  it.concurrent('is cut off after seconds wherever it goes, and to an upload too where it is too slow', async () => {
    const { id } = await oneOnOneIn(pair, 'active');
    const form = 'multipart/form-data; boundary=x';
    const seconds = await Promise.all([
      secondsOf('/api/one-on-ones', pair.manager.cookie, 'application/json'),
      secondsOf('/nowhere', '', 'application/json'),
      secondsOf(filesAt(id), '', form),
      secondsOf(filesAt(id), pair.employee.cookie, form),
      secondsOf(filesAt(id), pair.manager.cookie, form),
    ]);
    for (const one of seconds) {
      expect(one).toBeGreaterThan(6);
      expect(one).toBeLessThan(12);
    }
  }, 40_000);

  it.concurrent('of an upload that keeps coming is waited for beyond the limit of all others', async () => {
    const { id } = await oneOnOneIn(pair, 'active');
    const content = new Uint8Array(600 * 1024);
    const { payload, contentType } = await fileForm({ name: 'slow.bin', content });
    const socket = await connect();
    socket.write(headOf(filesAt(id), pair.manager.cookie, payload.length, contentType));
    const piece = Math.ceil(payload.length / 24);
    for (let at = 0; at < payload.length; at += piece) {
      socket.write(payload.subarray(at, at + piece));
      await pause(450);
    }
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('HTTP/1.1 201');
    socket.destroy();
  }, 40_000);
});
