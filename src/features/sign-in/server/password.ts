import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
// OWASP's minimum for argon2id: 19 MiB, two passes, one lane; about 60 ms off the event loop.
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

async function hash(password: string, nonce: Buffer): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return derive('argon2id', { message, nonce, tagLength, ...cost });
}

/** A PHC string: algorithm, cost, salt and hash. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await hash(password, salt);
  const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Without a stored hash a dummy is computed, so that an unknown address takes the same time. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [salt, tag] = (stored ?? '').split('$').slice(4);
  if (salt === undefined || tag === undefined) {
    await hash(password, Buffer.alloc(16));
    return false;
  }
  const computed = await hash(password, Buffer.from(salt, 'base64'));
  const expected = Buffer.from(tag, 'base64');
  return computed.length === expected.length && timingSafeEqual(computed, expected);
}
