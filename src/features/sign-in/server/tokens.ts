import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. Must agree with app.viewer_id(). */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

function keyed(secretKey: string, purpose: string, value: string): string {
  return createHmac('sha256', secretKey).update(`${purpose} ${value}`).digest('base64url');
}

/**
 * An invitation's token is derived from its id, so that the job which mails it can make it again: the
 * database keeps the hash alone.
 */
export function invitationToken(secretKey: string, invitationId: string): string {
  return keyed(secretKey, 'invitation', invitationId);
}

/** Names an account or a network address in the counters without keeping either in clear. */
export function attemptKey(secretKey: string, kind: 'account' | 'address' | 'device', value: string): string {
  return `${kind}:${keyed(secretKey, `attempt ${kind}`, value)}`;
}

/** Proves that this browser signed in as this person before. */
export function deviceProof(secretKey: string, personId: string): string {
  return `${personId}.${keyed(secretKey, 'device', personId)}`;
}

export function provesDevice(secretKey: string, personId: string, proof: string | undefined): boolean {
  const expected = Buffer.from(deviceProof(secretKey, personId));
  const given = Buffer.from(proof ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
