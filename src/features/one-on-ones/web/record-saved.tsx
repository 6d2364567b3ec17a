import { SaveState } from '../../../web/ui/save-state.tsx';
import { useSaving } from './autosave/use-saving.ts';
import { useRecord } from './record-context.ts';

/** What has become of what was typed into the record in hand. */
export function RecordSaved() {
  const { record } = useRecord();
  return <SaveState saving={useSaving(record)} />;
}
