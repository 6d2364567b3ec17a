const longest = 255;
/** An extension longer than this is no extension. */
const longestExtension = 20;

/** Characters that cannot be seen, break lines, or turn the reading direction so that exe.gpj looks like jpg.exe. */
const unseen = /[\p{Cc}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

/**
 * What a file is called here: its name without folders, control characters and directions, at most 255 characters
 * with its extension kept. It is shown and sent back, and names nothing on a disk.
 */
export function fileName(sent: string): string {
  // Browsers send quotes and line breaks of a name percent-encoded, and nothing else.
  const decoded = sent
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('%22', '"')
    .replaceAll(/%0[ad]/gi, ' ');
  const last = decoded.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  const name = last.replaceAll(unseen, '').replaceAll(/\s+/g, ' ').trim();
  if (/^\.*$/.test(name)) return 'file';
  const characters = Array.from(name);
  if (characters.length <= longest) return name;
  const extension = Array.from(extensionOf(name));
  return [...characters.slice(0, longest - extension.length), ...extension].join('');
}

/** With its dot; '' where there is none. */
function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  const extension = at > 0 ? name.slice(at) : '';
  return Array.from(extension).length <= longestExtension ? extension : '';
}

/** The header that sends a file to be saved under its name: plain for old clients, exact for all others. */
export function attachmentHeader(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%;]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeRfc8187(name)}`;
}

function encodeRfc8187(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
