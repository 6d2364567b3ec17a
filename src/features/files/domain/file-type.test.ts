import { expect, it } from 'vitest';
import { fileType, isImage } from './file-type.ts';

it.each([
  ['\x89PNG\r\n\x1a\n....', 'image/png', true],
  ['\xff\xd8\xff\xe0..JFIF', 'image/jpeg', true],
  ['GIF89a......', 'image/gif', true],
  ['RIFF....WEBP', 'image/webp', true],
  ['RIFF....WAVE', 'application/octet-stream', false],
  ['%PDF-1.7....', 'application/pdf', false],
  ['PK\x03\x04........', 'application/zip', false],
  ['<svg xmlns="', 'application/octet-stream', false],
  ['<!doctype ht', 'application/octet-stream', false],
  ['', 'application/octet-stream', false],
])('%j is %s, shown as a picture: %s', (first, type, shown) => {
  expect(fileType(Buffer.from(first, 'latin1'))).toBe(type);
  expect(isImage(type)).toBe(shown);
});
