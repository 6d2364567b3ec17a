import type { Readable } from 'node:stream';
import { sizeInWords } from '../../../files/domain/size-in-words.ts';
import type { ExportedItem, ExportedRecord } from '../../domain/exported-record.ts';
import type { Paper } from '../../domain/formats.ts';
import {
  broughtIn,
  factsOf,
  footLine,
  headingOf,
  headLines,
  noteOn,
  saysNoAnswer,
} from '../../domain/words.ts';
import type { Written } from '../../domain/words.ts';
import { openFonts } from './fonts.ts';
import { writeRichText } from './rich-text.ts';
import { faint, openSheet } from './sheet.ts';
import type { Sheet } from './sheet.ts';

const text = { size: 10.5 };
const small = { size: 9, colour: faint };

/** The record on paper. Nothing is fetched and nothing can run in it: words, lines and links. */
export async function writePdf(record: ExportedRecord, written: Written, paper: Paper): Promise<Readable> {
  const fonts = await openFonts();
  const author = `${record.manager.name} and ${record.employee.name}`;
  const sheet = openSheet(fonts, paper, { title: record.title, author });
  sheet.write([{ text: record.title, style: 'bold' }], { size: 21 });
  for (const line of headLines(record, written)) sheet.write([{ text: line }], { ...text, colour: faint });
  for (const { title, items } of record.sections) {
    writeHeading(sheet, title);
    for (const item of items) writeItem(sheet, item, record, written);
  }
  writeActionItems(sheet, record, written);
  writeFiles(sheet, record);
  writeAddenda(sheet, record, written);
  if (record.privateNote !== null) {
    writeHeading(sheet, 'My private note');
    sheet.write([{ text: 'Nobody else can read this.' }], small);
    writeRichText(sheet, record.privateNote.text.content);
  }
  writeApproval(sheet, record, written);
  sheet.line(16);
  sheet.write([{ text: footLine(record, written) }], { ...small, gap: 8 });
  if (fonts.hasBoxes()) {
    const words = 'What stands as a box could not be drawn here; the exports as Markdown and JSON hold it.';
    sheet.write([{ text: words }], small);
  }
  sheet.close(`${record.title} · ${author}`);
  return sheet.doc;
}

function writeHeading(sheet: Sheet, title: string): void {
  sheet.keep(90);
  sheet.line(18);
  sheet.write([{ text: title, style: 'bold' }], { size: 14, gap: 12 });
}

function writeItem(sheet: Sheet, item: ExportedItem, record: ExportedRecord, written: Written): void {
  const { answer, valueInWords, brought } = item;
  const heading = headingOf(item);
  const { lines, parts } = broughtIn(item, record, written);
  const ticks = brought?.point !== undefined || brought?.promise !== undefined;
  sheet.keep(44);
  if (ticks) sheet.checkbox(answer?.done === true, { ...text, gap: 10 });
  sheet.write([{ text: heading.line, style: 'bold' }], { ...text, gap: 10, ...(ticks && { indent: 16 }) });
  if (heading.body !== null) writeRichText(sheet, heading.body.content, 16);
  for (const line of lines) sheet.write([{ text: line }], { ...small, gap: 2, ...(ticks && { indent: 16 }) });
  for (const { title, text: words } of parts) {
    sheet.keep(34);
    sheet.write([{ text: title }], { ...small, gap: 5, indent: 16 });
    writeRichText(sheet, words.content, 16, 1);
  }
  if (parts.length > 0 && answer?.text !== undefined)
    sheet.write([{ text: noteOn(record) }], { ...small, gap: 6 });
  if (valueInWords !== null) sheet.write([{ text: valueInWords }], { ...text, gap: 3 });
  if (answer?.text !== undefined) writeRichText(sheet, answer.text.content, ticks ? 16 : 0);
  if (saysNoAnswer(item))
    sheet.write([{ text: 'No answer.', style: 'italic' }], { ...text, colour: faint, gap: 3 });
}

function writeActionItems(sheet: Sheet, { actionItems }: ExportedRecord, written: Written): void {
  if (actionItems.length === 0) return;
  writeHeading(sheet, 'Action items');
  for (const item of actionItems) {
    sheet.checkbox(item.doneAt !== null, { ...text, gap: 6 });
    sheet.write([{ text: item.text }], { ...text, indent: 16, gap: 6 });
    sheet.write([{ text: factsOf(item, written) }], { ...small, indent: 16 });
  }
}

function writeFiles(sheet: Sheet, { files }: ExportedRecord): void {
  if (files.length === 0) return;
  writeHeading(sheet, 'Files');
  for (const { name, size, sha256 } of files) {
    sheet.write([{ text: name }, { text: `, ${sizeInWords(size)}` }], { ...text, gap: 5 });
    sheet.write([{ text: `SHA-256 ${sha256}` }], { size: 7.5, colour: faint });
  }
}

function writeAddenda(sheet: Sheet, { addenda }: ExportedRecord, written: Written): void {
  if (addenda.length === 0) return;
  writeHeading(sheet, 'Added after approval');
  for (const { author, at, text: words } of addenda) {
    sheet.write([{ text: `${author.name}, ${written.moment(at)}` }], { ...small, gap: 8 });
    writeRichText(sheet, words.content);
  }
}

function writeApproval(sheet: Sheet, { approval }: ExportedRecord, written: Written): void {
  if (approval === null) return;
  writeHeading(sheet, 'Approval');
  sheet.write([{ text: `Approved by ${approval.by.name} on ${written.moment(approval.at)}.` }], {
    ...text,
    gap: 4,
  });
  for (const line of approval.remark?.split('\n') ?? [])
    sheet.write([{ text: line }], { ...text, indent: 16, gap: 3 });
  sheet.write([{ text: `Digest ${approval.digest}` }], { size: 7.5, colour: faint, gap: 4 });
}
