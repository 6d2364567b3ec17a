import { useState } from 'react';
import { Compose } from '../../../web/shell/compose.tsx';
import { SegmentedControl } from '../../../web/ui/segmented-control.tsx';
import { Sentence } from '../../../web/ui/sentence.ts';
import type { TalkingPoint } from '../contract.ts';
import type { AgendaActs } from './use-agenda.ts';
import styles from './outcome-form.module.css';

interface OutcomeFormProps {
  point: TalkingPoint;
  myId: string;
  acts: AgendaActs;
  onClose: () => void;
}

const kinds = [
  { id: 'note', label: 'Note' },
  { id: 'decision', label: 'Decision' },
] as const;

/** How it ended, for whoever wants to say: it is ticked off already. */
export function OutcomeForm({ point, myId, acts, onClose }: OutcomeFormProps) {
  const [kind, setKind] = useState<'note' | 'decision'>(point.kind === 'decision' ? 'decision' : 'note');
  return (
    <div className={styles.form}>
      <SegmentedControl label="What you write down" options={kinds} value={kind} onChange={setKind} />
      <Compose
        label={kind === 'note' ? 'What was said' : 'What you decided'}
        placeholder={kind === 'note' ? 'What was said, if you want to keep it' : 'What you decided'}
        submitLabel="Save"
        personId={myId}
        keptAs={`outcome/${point.id}`}
        autofocus
        onSubmit={async (outcome) => {
          const isDecision = kind === 'decision';
          if (await acts.discuss(point, { outcome, isDecision })) onClose();
          else throw new Sentence('This was not saved. It is kept here: try again in a moment.');
        }}
        onCancel={onClose}
        cancelLabel="Nothing to note"
      />
    </div>
  );
}
