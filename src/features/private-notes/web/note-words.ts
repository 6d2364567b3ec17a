import { canonicalJson } from '../../one-on-ones/domain/canonical-form.ts';
import { isEmptyRichText } from '../../rich-text/domain/plain-text.ts';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { PrivateNote } from '../contract.ts';

export type NoteWords = Readonly<{ text: RichText | null }>;

export interface StoredNote {
  words: NoteWords;
  version: number;
  updatedAt: string | null;
}

export function storedNoteOf({ text, version, updatedAt }: PrivateNote): StoredNote {
  return { words: { text }, version, updatedAt };
}

type Text = RichText | null | undefined;

/** Whatever the order of the keys, which the database does not keep, and whatever empty paragraphs an editor left. */
export function isSameText(one: Text, other: Text): boolean {
  const bare = (doc: Text) => (doc === null || doc === undefined || isEmptyRichText(doc) ? null : doc);
  return canonicalJson(bare(one)) === canonicalJson(bare(other));
}
