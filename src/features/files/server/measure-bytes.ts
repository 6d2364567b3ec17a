import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { problem } from '../../../shared/problems.ts';
import { bytesToTell, fileType } from '../domain/file-type.ts';
import { largestFile } from '../domain/limits.ts';

interface Measured {
  size: number;
  sha256: string;
  type: string;
}

/** What passes through is counted, hashed and looked at, never held; one byte too many ends it. */
export function measureBytes(): { through: Transform; result: () => Measured } {
  const hash = createHash('sha256');
  let first = Buffer.alloc(0);
  let size = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > largestFile) return done(problem('too_large'));
      hash.update(chunk);
      if (first.length < bytesToTell) first = Buffer.concat([first, chunk.subarray(0, bytesToTell)]);
      return done(null, chunk);
    },
  });
  return { through, result: () => ({ size, sha256: hash.digest('hex'), type: fileType(first) }) };
}
