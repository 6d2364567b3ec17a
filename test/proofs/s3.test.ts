import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestFile } from '../../src/features/files/domain/limits.ts';
import { newId } from '../../src/server/ids.ts';
import type { FileStorage } from '../../src/server/storage/file-storage.ts';
import type { S3Address } from '../../src/server/storage/s3-address.ts';
import { s3Storage } from '../../src/server/storage/s3-storage.ts';
import { hasSwift, startSwift } from './swift-server.ts';
import type { SwiftServer } from './swift-server.ts';

// Part of `npm run prove`: it takes Debian's packages swift-proxy, swift-account, swift-container, swift-object and memcached.
const isAsked = process.env['DUOLOGUE_S3'] === '1';
if (isAsked && !hasSwift)
  throw new Error('apt-get install swift-proxy swift-account swift-container swift-object memcached');

describe.runIf(isAsked)('files in an S3-compatible store that checks signatures', () => {
  let swift: SwiftServer;
  let address: S3Address;
  let spool: string;
  let storage: FileStorage;
  let client: S3Client;

  beforeAll(async () => {
    swift = await startSwift();
    spool = await mkdtemp(path.join(tmpdir(), 'duologue-spool-'));
    address = {
      endpoint: `http://127.0.0.1:${swift.port}`,
      region: 'us-east-1',
      bucket: 'duologue-proof',
      prefix: 'some/folder/',
      key: swift.key,
      secret: swift.secret,
    };
    client = new S3Client({
      endpoint: address.endpoint,
      region: address.region,
      forcePathStyle: true,
      credentials: { accessKeyId: swift.key, secretAccessKey: swift.secret },
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    await client.send(new CreateBucketCommand({ Bucket: address.bucket }));
    storage = await s3Storage(address, spool);
  }, 60_000);
  afterAll(async () => swift.stop());

  it.each([0, 1, 4096, 1_000_003, largestFile])('gives %d bytes back as they went', async (size) => {
    const id = newId();
    const bytes = randomBytes(size);
    await storage.put(id, Readable.from([bytes]));
    const back = await buffer((await storage.get(id)) ?? Readable.from([]));
    expect(createHash('sha256').update(back).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    expect(await readdir(spool)).toEqual([]);
    await storage.delete(id);
    await storage.delete(id);
    expect(await storage.get(id)).toBeNull();
  });

  it('keeps nothing of bytes that break off', async () => {
    const id = newId();
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(300_000);
        throw new Error('cut off');
      })(),
    );
    await expect(storage.put(id, broken)).rejects.toThrow('cut off');
    expect(await storage.get(id)).toBeNull();
    expect(await readdir(spool)).toEqual([]);
  });

  it('lists what is ours and nothing else in the same bucket, page by page', async () => {
    const ids = Array.from({ length: 12 }, () => newId());
    for (const id of ids) await storage.put(id, Readable.from(['x']));
    for (const Key of ['some/folder/readme.txt', `other/${newId()}`, `some/folder/deeper/${newId()}`]) {
      await client.send(new PutObjectCommand({ Bucket: address.bucket, Key, Body: 'theirs' }));
    }
    const listed = await Array.fromAsync(storage.list());
    expect(listed.map(({ name }) => name).toSorted()).toEqual(ids.toSorted());
    expect(listed.every(({ storedAt }) => Math.abs(Date.now() - storedAt.getTime()) < 120_000)).toBe(true);
    for (const id of ids) await storage.delete(id);
  });

  it('is refused with another secret: the store checks what it is told', async () => {
    const forged = await s3Storage({ ...address, secret: 'another' }, spool);
    await expect(forged.put(newId(), Readable.from(['x']))).rejects.toThrow(/signature/i);
    await expect(forged.get(newId())).rejects.toThrow(/signature/i);
  });

  it('sends twenty of the largest at once without holding them in memory', async () => {
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
    const piece = randomBytes(64 * 1024);
    const ids = Array.from({ length: 20 }, () => newId());
    await Promise.all(
      ids.map(async (id) =>
        storage.put(
          id,
          Readable.from(
            (function* () {
              for (let sent = 0; sent < largestFile; sent += piece.length) yield piece;
            })(),
          ),
        ),
      ),
    );
    clearInterval(watch);
    expect((await Array.fromAsync(storage.list())).length).toBe(20);
    expect((peak - before) / 1e6).toBeLessThan(100);
  }, 120_000);
});
