/** The only types that are ever shown instead of saved: pictures that cannot run anything. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

/** Of whatever is not recognised: bytes. */
export const unknownType = 'application/octet-stream';

/** As many first bytes as it takes to tell. */
export const bytesToTell = 12;

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** What a file is by its first bytes: its name and whoever sent it may say anything. */
export function fileType(first: Uint8Array): string {
  if (ascii(first, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(first, 0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a/.test(ascii(first, 0, 6))) return 'image/gif';
  if (ascii(first, 0, 4) === 'RIFF' && ascii(first, 8, 12) === 'WEBP') return 'image/webp';
  if (ascii(first, 0, 5) === '%PDF-') return 'application/pdf';
  if (ascii(first, 0, 4) === 'PK\x03\x04') return 'application/zip';
  return unknownType;
}

export function isImage(type: string): type is ImageType {
  return imageTypes.some((known) => known === type);
}
