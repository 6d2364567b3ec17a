import { createHash, createHmac, randomBytes } from 'node:crypto';

export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. Must agree with app.viewer_id(). */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** What only the secret key makes of a value, for one purpose alone. */
export function keyed(secretKey: string, purpose: string, value: string): string {
  return createHmac('sha256', secretKey).update(`${purpose} ${value}`).digest('base64url');
}
