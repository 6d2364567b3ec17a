import { Sentence } from '../../../web/ui/sentence.ts';
const side = 256;

/** The middle of a picture, 256 pixels wide and high, as base64. A file that is no picture is refused in words. */
export async function squareOf(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Sentence('This is no picture that the browser can read. Choose a JPEG, PNG or WebP.');
  });
  const length = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  canvas
    .getContext('2d')
    ?.drawImage(
      bitmap,
      (bitmap.width - length) / 2,
      (bitmap.height - length) / 2,
      length,
      length,
      0,
      0,
      side,
      side,
    );
  bitmap.close();
  return canvas.toDataURL('image/jpeg', 0.86).split(',')[1] ?? '';
}
