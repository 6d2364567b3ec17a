import { sizeInWords } from '../../files/domain/size-in-words.ts';
import type { ExportedItem, ExportedRecord } from './exported-record.ts';
import { escapeMarkdown as plain, markdownLines } from './markdown-text.ts';
import { broughtIn, factsOf, footLine, headingOf, headLines, noteOn, saysNoAnswer } from './words.ts';
import type { Written } from './words.ts';

/** The record to be read as it is, or kept with other notes. What people wrote stays words. */
export function toMarkdown(record: ExportedRecord, written: Written): string {
  const parts: string[][] = [
    [`# ${plain(record.title)}`],
    headLines(record, written).map((line, at, all) => plain(line) + (at < all.length - 1 ? '\\' : '')),
    ...record.sections.flatMap((section) => [
      [`## ${plain(section.title)}`],
      ...section.items.flatMap((item) => itemParts(item, record, written)),
    ]),
    ...actionItemParts(record, written),
    ...fileParts(record),
    ...record.addenda.flatMap(({ author, at, text }, index) => [
      ...(index === 0 ? [['## Added after approval']] : []),
      [`### ${plain(`${author.name}, ${written.moment(at)}`)}`],
      markdownLines(text),
    ]),
    ...(record.privateNote === null
      ? []
      : [['## My private note'], ['*Nobody else can read this.*'], markdownLines(record.privateNote.text)]),
    ...approvalParts(record, written),
    ['---'],
    [plain(footLine(record, written))],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function itemParts(item: ExportedItem, record: ExportedRecord, written: Written): string[][] {
  const { answer, valueInWords } = item;
  const heading = headingOf(item);
  const { lines, parts } = broughtIn(item, record, written);
  return [
    [`### ${plain(heading.line)}`],
    ...(heading.body === null ? [] : [markdownLines(heading.body)]),
    ...lines.map((line) => [`*${plain(line)}*`]),
    ...parts.flatMap(({ title, text }) => [[`#### ${plain(title)}`], markdownLines(text)]),
    ...(parts.length > 0 && answer?.text !== undefined ? [[`#### ${plain(noteOn(record))}`]] : []),
    ...(valueInWords === null ? [] : [[`**${plain(valueInWords)}**`]]),
    ...(answer?.text === undefined ? [] : [markdownLines(answer.text)]),
    ...(saysNoAnswer(item) ? [['*No answer.*']] : []),
  ];
}

function actionItemParts({ actionItems }: ExportedRecord, written: Written): string[][] {
  if (actionItems.length === 0) return [];
  return [
    ['## Action items'],
    actionItems.map(
      (item) =>
        `- [${item.doneAt === null ? ' ' : 'x'}] ${plain(item.text)} (${plain(factsOf(item, written))})`,
    ),
  ];
}

function fileParts({ files }: ExportedRecord): string[][] {
  if (files.length === 0) return [];
  return [['## Files'], files.map(({ name, size }) => `- ${plain(name)} (${sizeInWords(size)})`)];
}

function approvalParts({ approval }: ExportedRecord, written: Written): string[][] {
  if (approval === null) return [];
  return [
    ['## Approval'],
    [plain(`Approved by ${approval.by.name} on ${written.moment(approval.at)}.`)],
    ...(approval.remark === null ? [] : [approval.remark.split('\n').map((line) => `> ${plain(line)}`)]),
    [`Digest: \`${approval.digest}\``],
  ];
}
