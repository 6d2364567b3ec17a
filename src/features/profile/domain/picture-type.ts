import { fileType } from '../../files/domain/file-type.ts';

/** In bytes; the browser makes pictures smaller before it sends them. */
export const maxPictureSize = 256 * 1024;

const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

/** What the first bytes say it is; null for everything that is no picture of a person, or moves. */
export function pictureType(bytes: Uint8Array): string | null {
  const type = fileType(bytes);
  return pictureTypes.includes(type) ? type : null;
}
