import type { Message } from './messages.ts';

const footer = 'Duologue tells you that something happened, and never in a mail what was written.';

export function renderText(recipientName: string, message: Message): string {
  const lines = [`Hello ${recipientName},`, ...message.paragraphs];
  for (const { text, action, link } of message.entries ?? []) lines.push(`${text}\n${action}: ${link}`);
  if (message.link !== null) lines.push(`${message.action ?? 'Open'}:\n${message.link}`);
  return `${lines.join('\n\n')}\n\n-- \n${footer}\n`;
}

/** Plain enough for every mail program: one column, system fonts, readable in light and in dark. */
export function renderHtml(recipientName: string, message: Message): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const button =
    message.link === null
      ? ''
      : `<p style="margin:24px 0 0"><a href="${escapeHtml(message.link)}" style="display:inline-block;padding:11px 18px;border-radius:6px;background:#0b6464;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(message.action ?? 'Open')}</a></p>
<p style="margin:16px 0 0;font-size:13px;color:#6a6a70;overflow-wrap:anywhere">Or open this address: <a href="${escapeHtml(message.link)}" style="color:#0b6464">${escapeHtml(message.link)}</a></p>`;
  const entry = ({ text, action, link }: NonNullable<Message['entries']>[number]) =>
    `<p style="margin:0 0 16px">${escapeHtml(text)}<br><a href="${escapeHtml(link)}" style="color:#0b6464">${escapeHtml(action)}</a></p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(message.subject)}</title></head>
<body style="margin:0;padding:32px 16px;background:#fbfaf7;color:#22252d;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:520px;margin:0 auto">
${paragraph(`Hello ${recipientName},`)}
${[...message.paragraphs.map(paragraph), ...(message.entries ?? []).map(entry)].join('\n')}
${button}
<hr style="margin:32px 0 16px;border:0;border-top:1px solid #e6e3dc">
<p style="margin:0;font-size:13px;color:#6a6a70">${escapeHtml(footer)}</p>
</div></body></html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
