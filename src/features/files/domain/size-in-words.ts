/** 812 bytes, 34 kB, 2.4 MB: as much as one wants to know. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const kilobytes = bytes / 1000;
  if (Math.round(kilobytes) < 1000) return `${Math.round(kilobytes)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
