/** As much of fontkit, which comes without types, as is used here. */
declare module 'fontkit' {
  export function create(bytes: Uint8Array): { hasGlyphForCodePoint: (code: number) => boolean };
}
