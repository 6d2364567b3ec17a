import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Asker } from '../../../server/http/serve.ts';
import type { FileStorage } from '../../../server/storage/file-storage.ts';
import { problem } from '../../../shared/problems.ts';
import { noteReceipt } from '../../receipts/server/receipt-reach.ts';
import { attachmentHeader } from '../domain/file-name.ts';
import { isImage } from '../domain/file-type.ts';
import { reachFile } from './file-queries.ts';

/** Nothing that a file holds may run, fetch or be framed, however it is opened. */
const sandbox = "sandbox; default-src 'none'";

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
  const file = await asker.act(async (context) => {
    const found = await reachFile(context.db, oneOnOneId, fileId);
    await noteReceipt(context, oneOnOneId, 'downloaded');
    return found;
  });
  const bytes = await storage.get(fileId);
  reply.headers({
    'content-disposition': attachmentHeader(file.name),
    'content-length': file.size,
    'content-security-policy': sandbox,
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
  const bytes = await storage.get(fileId);
  reply.headers({
    'content-type': file.type,
    'content-length': file.size,
    'content-disposition': 'inline',
    'content-security-policy': sandbox,
  });
  return bytes;
}
