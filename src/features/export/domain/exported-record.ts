import type { RichText } from '../../rich-text/domain/rich-text.ts';
import type { Figures } from '../../kpis/domain/figures.ts';
import type { AgreedTarget } from '../../kpis/domain/measure.ts';
import type { UpdatePart } from '../../one-on-ones/domain/given.ts';
import type { Answerer, ItemKind, ItemOptions } from '../../templates/domain/items.ts';
import type { State } from '../../one-on-ones/domain/states.ts';

interface Named {
  id: string;
  name: string;
}

/** One of the three, by the kind of its item. */
export interface ExportedBrought {
  /** A point of the agenda. */
  point?: { kind: string; author: Named; raisedOn: string; text: RichText };
  /** What was promised at an earlier meeting; its words are the item's prompt. */
  promise?: { owner: Named; dueOn: string; agreedOn: string };
  /** The employee's update, by part. */
  update?: { [Part in UpdatePart]?: RichText };
}

export interface ExportedItem {
  kind: ItemKind;
  prompt: string;
  options: ItemOptions | null;
  answer: {
    text?: RichText | undefined;
    value?: number | undefined;
    done?: boolean | undefined;
    /** What the two agreed to aim for. */
    target?: AgreedTarget | undefined;
  } | null;
  /** The value as it is read: "Good (4 of 5)". */
  valueInWords: string | null;
  /** Whose answer was asked for. */
  answeredBy: Answerer;
  /** The answer, or the update, is the employee's own, sent before the meeting. */
  fromEmployee: boolean;
  /** What the meeting brought in. */
  brought: ExportedBrought | null;
  /** What a KPI or a target shows: live, or as it was when it was approved. */
  figures: Figures | null;
}

export interface ExportedActionItem {
  text: string;
  owner: Named;
  dueOn: string;
  doneAt: string | null;
  dropped: { at: string; by: Named; reason: string } | null;
}

export interface ExportedFile {
  id: string;
  name: string;
  size: number;
  type: string;
  sha256: string;
  addedAt: string;
  addedBy: Named;
}

/**
 * A one-on-one as whoever exports it may read it: the format `duologue-one-on-one`, version 1. Fields are added
 * without a new version; what means something else gets one.
 */
export interface ExportedRecord {
  format: 'duologue-one-on-one';
  version: 1;
  exportedAt: string;
  exportedBy: Named;
  id: string;
  title: string;
  heldOn: string;
  state: State;
  manager: Named;
  employee: Named;
  participants: Named[];
  sections: { title: string; items: ExportedItem[] }[];
  actionItems: ExportedActionItem[];
  files: ExportedFile[];
  addenda: { author: Named; at: string; text: RichText }[];
  /** Of whoever exports, and nobody else's. */
  privateNote: { text: RichText; updatedAt: string } | null;
  approval: { at: string; by: Named; remark: string | null; digest: string } | null;
}
