import { createHash } from 'node:crypto';
import { canonicalForm, canonicalVersion } from '../domain/canonical-form.ts';
import type { ApprovedRecord, CanonicalVersion } from '../domain/canonical-form.ts';

/** The form's name, `v3:`, and the SHA-256 of the canonical form in hex. */
export function digestOf(record: ApprovedRecord, form: CanonicalVersion = canonicalVersion): string {
  return `${form}:${createHash('sha256').update(canonicalForm(record, form), 'utf8').digest('hex')}`;
}
