import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type * as S3 from '@aws-sdk/client-s3';
import type { FileStorage } from './file-storage.ts';
import { listFolder, writePart } from './folder-storage.ts';
import type { S3Address } from './s3-address.ts';

/**
 * Keeps files in an S3-compatible store. On their way they rest in `spool`, so that however many arrive at once,
 * memory holds none of them, and the store gets each with its length and its hash in the signature.
 */
export async function s3Storage(address: S3Address, spool: string): Promise<FileStorage> {
  // Large, and of no use to whoever keeps files in a folder.
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    endpoint: address.endpoint,
    region: address.region,
    forcePathStyle: true,
    credentials: { accessKeyId: address.key, secretAccessKey: address.secret },
    // Amazon's own checksums in trailers are unknown to most of the others.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  });
  const at = (name: string) => ({ Bucket: address.bucket, Key: address.prefix + name });
  return {
    put: async (id, bytes) => {
      const hash = createHash('sha256');
      const part = await writePart(spool, id, bytes, (chunk) => hash.update(chunk));
      try {
        const { size } = await stat(part);
        const put = new sdk.PutObjectCommand({
          ...at(id),
          Body: createReadStream(part),
          ContentLength: size,
          ContentType: 'application/octet-stream',
        });
        signHash(put, hash.digest('hex'));
        await client.send(put);
      } finally {
        await rm(part, { force: true });
      }
    },
    get: async (id) => {
      const found = await client.send(new sdk.GetObjectCommand(at(id))).catch((error: unknown) => {
        if (error instanceof sdk.NoSuchKey) return null;
        throw error;
      });
      if (found === null) return null;
      const { Body } = found;
      if (!(Body instanceof Readable)) throw new Error('The store answered without a body.');
      return Body;
    },
    delete: async (name) => {
      await rm(path.join(spool, path.basename(name)), { force: true });
      await client.send(new sdk.DeleteObjectCommand(at(name)));
    },
    list: async function* () {
      yield* listFolder(spool);
      yield* listBucket(sdk, client, address);
    },
  };
}

/** Puts the body's hash into what is signed: the store refuses other bytes, also where the way to it is plain http. */
function signHash(put: S3.PutObjectCommand, sha256: string): void {
  put.middlewareStack.add(
    (next) => async (args) => {
      const { request } = args;
      // The step is handed an HTTP request, which its type does not say.
      (request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
      return next(args);
    },
    { step: 'build', name: 'signHash' },
  );
}

async function* listBucket(sdk: typeof S3, client: S3.S3Client, { bucket, prefix }: S3Address) {
  const pages = sdk.paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix, Delimiter: '/' });
  for await (const { Contents = [] } of pages) {
    for (const { Key = '', LastModified } of Contents) {
      const name = Key.slice(prefix.length);
      if (isId.test(name) && LastModified !== undefined) yield { name, storedAt: LastModified };
    }
  }
}

/** What others keep in the same bucket is none of ours. */
const isId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
