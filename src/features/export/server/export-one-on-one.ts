import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { sandboxPolicy } from '../../../server/http/headers.ts';
import type { Asker } from '../../../server/http/serve.ts';
import { attachmentHeader, fileName } from '../../files/domain/file-name.ts';
import { reachOneOnOne } from '../../one-on-ones/server/one-on-one-reach.ts';
import { noteReceipt } from '../../receipts/server/receipt-reach.ts';
import type { ExportedRecord } from '../domain/exported-record.ts';
import { mediaTypes } from '../domain/formats.ts';
import type { Format, Paper } from '../domain/formats.ts';
import { toMarkdown } from '../domain/markdown.ts';
import { writtenIn } from '../domain/words.ts';
import { loadRecord } from './load-record.ts';
import { drawPdf } from './pdf/draw-pdf.ts';

interface Wanted {
  format: Format;
  paper: Paper;
  timeZone: string;
}

export async function exportOneOnOne(
  asker: Asker,
  id: string,
  wanted: Wanted,
  reply: FastifyReply,
): Promise<Readable> {
  const record = await asker.act(async (context) => loadRecord(context, id));
  const bytes = await render(record, wanted);
  // Told before the first byte leaves, and of nothing that could not be made; whoever lost it meanwhile gets none.
  await asker.act(async (context) => {
    await reachOneOnOne(context.db, id);
    await noteReceipt(context, id, 'exported');
  });
  reply.headers({
    'content-type': mediaTypes[wanted.format],
    'content-disposition': attachmentHeader(nameOf(record, wanted.format)),
    'content-security-policy': sandboxPolicy,
  });
  return bytes;
}

/** Day first, so that they stand in order in a folder. */
export function nameOf({ heldOn, employee, manager, title }: ExportedRecord, format: Format): string {
  return fileName(
    `${heldOn} ${`${title}, ${manager.name} and ${employee.name}`.replaceAll(/[/\\]/g, '-')}.${format}`,
  );
}

export async function render(record: ExportedRecord, { format, paper, timeZone }: Wanted): Promise<Readable> {
  switch (format) {
    case 'json':
      return Readable.from([Buffer.from(`${JSON.stringify(record, null, 2)}\n`)]);
    case 'md':
      return Readable.from([Buffer.from(toMarkdown(record, writtenIn(timeZone)))]);
    case 'pdf':
      return Readable.from([Buffer.from(await drawPdf(record, timeZone, paper))]);
  }
}
