import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { Answerer, ItemKind, ItemOptions } from '../../templates/domain/items.ts';
import type { AgreedTarget, Measure } from '../../kpis/domain/measure.ts';
import type { Figures } from '../../kpis/domain/figures.ts';
import type { Given } from './given.ts';

export interface AnswerContent {
  text?: RichText | undefined;
  value?: number | undefined;
  done?: boolean | undefined;
  /** Of a target: what the two agree to aim for. It takes effect when the record is approved. */
  target?: AgreedTarget | undefined;
}

export interface ItemContent {
  id: string;
  kind: ItemKind;
  prompt: string;
  options: ItemOptions | null;
  answer: AnswerContent | null;
  answeredBy: Answerer;
  fromEmployee: boolean;
  given: Given | null;
  /** Of a KPI or a target. */
  measure: Measure | null;
}

export interface SectionContent {
  id: string;
  title: string;
  items: ItemContent[];
}

export interface ActionItemContent {
  id: string;
  text: string;
  ownerId: string;
  dueOn: string;
}

export interface FileContent {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
  /** In hex. */
  sha256: string;
}

/** What a measured item showed when the record was approved. */
export interface ItemFigures {
  itemId: string;
  figures: Figures;
}

/** What stands beside the sections. */
export interface RecordParts {
  actionItems: ActionItemContent[];
  files: FileContent[];
}

/** What an approval is about: all that can be written in a one-on-one, without the manager's guidance. */
export interface RecordContent extends RecordParts {
  title: string;
  heldOn: string;
  participantIds: string[];
  sections: SectionContent[];
}
