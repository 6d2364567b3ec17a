import { timingSafeEqual } from 'node:crypto';
import { keyed } from '../../../server/tokens.ts';
import { idSchema } from '../../../shared/ids.ts';

/** What a link that is mailed is good for; one for another purpose opens nothing. */
export type LinkPurpose = 'invitation' | 'password-reset' | 'address-change';

/**
 * The token of a mailed link: an id, and a proof of it that takes the secret key. So the job that mails it can
 * make it again, and the database keeps nothing that could be used in its place.
 */
export function linkToken(secretKey: string, purpose: LinkPurpose, id: string): string {
  return `${id}.${keyed(secretKey, purpose, id)}`;
}

/** The id in a token whose proof is right, or null. */
export function idInLink(secretKey: string, purpose: LinkPurpose, token: string): string | null {
  const [id = ''] = token.split('.');
  return isSame(token, linkToken(secretKey, purpose, id)) && idSchema.safeParse(id).success ? id : null;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
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
  return isSame(proof ?? '', deviceProof(secretKey, personId));
}
