import { createContext, use, type ComponentType } from 'react';
import type { Item, OneOnOne } from '../contract.ts';
import type { State } from '../domain/states.ts';

export interface SlotProps {
  record: OneOnOne;
  myId: string;
}

interface Tick {
  oneOnOneId: string;
  itemId: string;
  done: boolean;
  /** The one that the page shows. */
  state: State;
}

/** How the record stands after it, and the version of the item's answer. */
type Ticked = Pick<OneOnOne, 'id' | 'state' | 'version' | 'yourTurn' | 'abilities'>;

/**
 * What features downstream show within a record. The page hands them in, because features do not import each
 * other's components. Each loads its own code when it is needed: the record itself comes first.
 */
export interface RecordSlots {
  /** In the line above the title: what can be done with the whole. */
  InHead: ComponentType<SlotProps>;
  /** Between the state and the sections: what is still open from earlier. */
  Above: ComponentType<SlotProps>;
  /** Under each item. */
  UnderItem: ComponentType<SlotProps & { item: Item }>;
  /** After the sections. */
  Below: ComponentType<SlotProps>;
  /** First beside the record; in the sheet on a phone. */
  Beside: ComponentType<SlotProps>;
  /** Last beside the record. */
  BesideLast: ComponentType<SlotProps>;
  /** Ticks off what the meeting brought in, here and where it came from. */
  tick: (wanted: Tick) => Promise<{ version: number; oneOnOne: Ticked }>;
}

export const RecordSlotsContext = createContext<RecordSlots | null>(null);

export function useRecordSlots(): RecordSlots {
  const slots = use(RecordSlotsContext);
  if (slots === null) throw new Error('The page gives no slots.');
  return slots;
}
