import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { sandboxPolicy } from '../../../server/http/headers.ts';
import type { Asker } from '../../../server/http/serve.ts';
import type { FileStorage } from '../../../server/storage/file-storage.ts';
import { problem } from '../../../shared/problems.ts';
import { noteReceipt } from '../../receipts/server/receipt-reach.ts';
import { attachmentHeader } from '../domain/file-name.ts';
import { isImage } from '../domain/file-type.ts';
import { reachFile } from './file-queries.ts';

interface Wanted {
  oneOnOneId: string;
  fileId: string;
}

export async function downloadFile(
  asker: Asker,
  storage: FileStorage,
  { oneOnOneId, fileId }: Wanted,
  reply: FastifyReply,
): Promise<Readable> {
  const { result: file } = await asker.read(async (db) => reachFile(db, oneOnOneId, fileId));
  const bytes = await openBytes(storage, fileId, reply);
  // Told before the first byte leaves, and of nothing that cannot.
  await beforeSending(bytes, async () =>
    asker.act(async (context) => {
      await reachFile(context.db, oneOnOneId, fileId);
      await noteReceipt(context, oneOnOneId, 'downloaded');
    }),
  );
  reply.headers({
    'content-disposition': attachmentHeader(file.name),
    'content-length': file.size,
    'content-security-policy': sandboxPolicy,
  });
  return bytes;
}

export async function previewFile(
  asker: Asker,
  storage: FileStorage,
  { oneOnOneId, fileId }: Wanted,
  reply: FastifyReply,
): Promise<Readable> {
  const { result: file } = await asker.read(async (db) => reachFile(db, oneOnOneId, fileId));
  if (!isImage(file.type)) throw problem('not_found');
  const bytes = await openBytes(storage, fileId, reply);
  reply.headers({
    'content-type': file.type,
    'content-length': file.size,
    'content-disposition': 'inline',
    'content-security-policy': sandboxPolicy,
  });
  return bytes;
}

/** Deleted a moment ago, or lost: then whoever runs the server is to know. */
async function openBytes(storage: FileStorage, fileId: string, reply: FastifyReply): Promise<Readable> {
  const bytes = await storage.get(fileId);
  if (bytes !== null) return bytes;
  reply.log.warn({ fileId }, 'the bytes of a file are not there');
  throw problem('not_found');
}

/** An open stream holds on to its file, or to its connection, until it is read or let go. */
async function beforeSending(bytes: Readable, note: () => Promise<void>): Promise<void> {
  try {
    await note();
  } catch (error) {
    bytes.destroy();
    throw error;
  }
}
