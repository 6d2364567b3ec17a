import type { RecordSlots } from '../../features/one-on-ones/web/record-slots.ts';

const Nothing = () => null;

/** Where the features that belong to a record meet on its page. */
export const recordParts: RecordSlots = {
  Above: Nothing,
  UnderItem: Nothing,
  Below: Nothing,
  Beside: Nothing,
};
