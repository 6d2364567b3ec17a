import PDFDocument from 'pdfkit';
import type { Paper } from '../../domain/formats.ts';
import type { Fonts, Style } from './fonts.ts';

/** A stretch of words in one style. */
export interface Run {
  text: string;
  style?: Style;
  link?: string | undefined;
}

interface Look {
  size: number;
  colour?: string;
  /** From the left margin, in points. */
  indent?: number;
  /** Above it, in points. */
  gap?: number;
}

export const ink = '#1c2128';
export const faint = '#5f6670';
const hairline = '#d9d6d0';
const linkColour = '#0f5f63';
const margin = 62;

export type Sheet = ReturnType<typeof openSheet>;

/** Paper to write on from top to bottom; pages come as they are needed. */
export function openSheet(fonts: Fonts, paper: Paper, info: { title: string; author: string }) {
  const doc = new PDFDocument({
    size: paper === 'a4' ? 'A4' : 'LETTER',
    margins: { top: margin, bottom: margin + 10, left: margin, right: margin },
    bufferPages: true,
    lang: 'en',
    displayTitle: true,
    info: { Title: info.title, Author: info.author, Creator: 'Duologue' },
  });
  const registered = new Set<string>();
  const { width } = doc.page;

  function useFont(font: string): void {
    if (!registered.has(font)) doc.registerFont(font, fonts.bytesOf(font));
    registered.add(font);
    doc.font(font);
  }

  /** Begins a page where less than this is left. */
  function keep(points: number): void {
    if (doc.y + points > doc.page.height - doc.page.margins.bottom) doc.addPage();
  }

  function write(runs: readonly Run[], { size, colour = ink, indent = 0, gap = 0 }: Look): void {
    const pieces = runs.flatMap((run) =>
      fonts.pieces(run.text, run.style ?? 'regular').map((piece) => ({ ...piece, link: run.link })),
    );
    doc.y += gap;
    keep(size * 1.6);
    doc.x = margin + indent;
    doc.fontSize(size);
    if (pieces.length === 0) doc.moveDown(1);
    for (const [at, { text, font, link }] of pieces.entries()) {
      useFont(font);
      doc.fillColor(link === undefined ? colour : linkColour);
      doc.text(text, {
        continued: at < pieces.length - 1,
        width: width - 2 * margin - indent,
        lineGap: size * 0.28,
        link: link ?? null,
        underline: link !== undefined,
      });
    }
  }

  /** Draws beside what is written next, and leaves the place as it was. */
  function beside(draw: (x: number, y: number) => void, { size, indent = 0, gap = 0 }: Look): void {
    keep(gap + size * 1.6);
    const { y } = doc;
    draw(margin + indent, y + gap);
    doc.y = y;
  }

  return {
    doc,
    write,
    keep,
    marker: (text: string, look: Look) =>
      beside((x, y) => {
        useFont(fonts.pieces(text, 'regular')[0]?.font ?? '');
        doc
          .fontSize(look.size)
          .fillColor(look.colour ?? ink)
          .text(text, x, y, { lineBreak: false });
      }, look),
    checkbox: (isChecked: boolean, look: Look) =>
      beside((x, y) => {
        const side = look.size * 0.78;
        const top = y + look.size * 0.24;
        doc.lineWidth(0.8).strokeColor(faint).roundedRect(x, top, side, side, 1.5).stroke();
        if (!isChecked) return;
        doc
          .lineWidth(1.2)
          .strokeColor(ink)
          .moveTo(x + side * 0.22, top + side * 0.52)
          .lineTo(x + side * 0.43, top + side * 0.73)
          .lineTo(x + side * 0.8, top + side * 0.26)
          .stroke();
      }, look),
    line: (gap: number) => {
      doc.y += gap;
      keep(4);
      doc
        .lineWidth(0.6)
        .strokeColor(hairline)
        .moveTo(margin, doc.y)
        .lineTo(width - margin, doc.y)
        .stroke();
    },
    /** Numbers the pages and ends the document. */
    close: (title: string) => {
      const { start, count } = doc.bufferedPageRange();
      for (let at = start; at < start + count; at += 1) {
        doc.switchToPage(at);
        doc.page.margins.bottom = 0;
        const y = doc.page.height - margin + 14;
        doc.fontSize(8).fillColor(faint);
        doc.x = margin;
        doc.y = y;
        const short = title.length > 80 ? `${title.slice(0, 79)}…` : title;
        const pieces = fonts.pieces(short, 'regular');
        for (const [index, { text, font }] of pieces.entries()) {
          useFont(font);
          doc.text(text, { continued: index < pieces.length - 1, lineBreak: false });
        }
        useFont('regular 0');
        doc.text(`${at - start + 1} of ${count}`, margin, y, { width: width - 2 * margin, align: 'right' });
      }
      doc.end();
    },
  };
}
