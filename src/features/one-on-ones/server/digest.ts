import { createHash } from 'node:crypto';
import { canonicalForm, canonicalVersion } from '../domain/canonical-form.ts';
import type { ApprovedRecord } from '../domain/canonical-form.ts';

/** `v1:` and the SHA-256 of the canonical form, in hex. */
export function digestOf(record: ApprovedRecord): string {
  return `${canonicalVersion}:${createHash('sha256').update(canonicalForm(record), 'utf8').digest('hex')}`;
}
