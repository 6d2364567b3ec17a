import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { sandboxPolicy } from '../../../server/http/headers.ts';
import type { Asker } from '../../../server/http/serve.ts';
import type { FileStorage } from '../../../server/storage/file-storage.ts';
import { problem } from '../../../shared/problems.ts';
import { attachmentHeader } from '../../files/domain/file-name.ts';
import { archiveName } from '../domain/archives.ts';
import { reachArchive } from './archive-queries.ts';

export async function sendArchive(
  asker: Asker,
  archives: FileStorage,
  id: string,
  reply: FastifyReply,
): Promise<Readable> {
  const { result: archive } = await asker.read(async (db) => reachArchive(db, id));
  if (archive.state !== 'ready') {
    throw problem('conflict', { detail: 'The archive is not ready yet, or could not be made.' });
  }
  const bytes = await archives.get(id);
  if (bytes === null) {
    reply.log.warn({ exportId: id }, 'the bytes of an archive are not there');
    throw problem('not_found');
  }
  reply.headers({
    'content-type': 'application/zip',
    'content-disposition': attachmentHeader(archiveName(archive.what, archive.createdAt.slice(0, 10))),
    'content-security-policy': sandboxPolicy,
  });
  return bytes;
}
