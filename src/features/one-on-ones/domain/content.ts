import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { ItemKind, ItemOptions } from '../../templates/domain/items.ts';

export interface AnswerContent {
  text?: RichText | undefined;
  value?: number | undefined;
}

export interface ItemContent {
  id: string;
  kind: ItemKind;
  prompt: string;
  options: ItemOptions | null;
  answer: AnswerContent | null;
}

export interface SectionContent {
  id: string;
  title: string;
  items: ItemContent[];
}

/** What an approval is about: all that can be written in a one-on-one, without the manager's guidance. */
export interface RecordContent {
  title: string;
  heldOn: string;
  sections: SectionContent[];
}
