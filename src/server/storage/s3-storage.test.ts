import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { s3Address } from './s3-address.ts';
import { s3Storage } from './s3-storage.ts';

// What a real one does with all the rest, test/proofs/s3.test.ts sees.
const store = createServer((request, response) => {
  const code = request.url?.includes('another') === true ? 'NoSuchBucket' : 'NoSuchKey';
  response.writeHead(404, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>None.</Message></Error>`);
});
await new Promise<void>((listening) => store.listen(0, '127.0.0.1', listening));
const { port } = store.address() as AddressInfo; // it listens on TCP
afterAll(() => store.close());

async function storageIn(bucket: string) {
  const address = s3Address(`http://key:secret@127.0.0.1:${port}/${bucket}`);
  if (address === null) throw new Error('This is no address.');
  return s3Storage(address, tmpdir());
}

const id = '019a5b7e-0000-7000-8000-000000000001';

describe('a store that has no such file', () => {
  it('is asked in vain', async () => {
    const storage = await storageIn('files');
    expect(await storage.get(id)).toBeNull();
  });

  it('is told from one that is not there itself', async () => {
    const storage = await storageIn('another');
    await expect(storage.get(id)).rejects.toThrow('None.');
  });
});
