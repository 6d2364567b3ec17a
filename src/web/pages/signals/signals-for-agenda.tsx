import type { ShownSignal } from '../../../features/signals/contract.ts';
import { SignalList } from '../../../features/signals/web/signal-list.tsx';
import { mostOffered } from '../../../features/signals/web/signals-query.ts';
import { OntoAgendaButton } from '../prep/onto-agenda-button.tsx';
import type { OntoAgenda } from '../prep/use-onto-agenda.ts';

interface SignalsForAgendaProps {
  personId: string;
  signals: readonly ShownSignal[];
  onto: OntoAgenda;
  mayAdd: boolean;
}

const kinds = { good: 'win', bad: 'blocker', neutral: 'topic' } as const;

/** What lags becomes a blocker, what is good a win, with the numbers in its words. */
export function SignalsForAgenda({ personId, signals, onto, mayAdd }: SignalsForAgendaProps) {
  return (
    <SignalList
      personId={personId}
      rows={signals.slice(0, mostOffered).map((signal) => ({
        signal,
        act: (
          <OntoAgendaButton
            text={signal.sentence}
            kind={kinds[signal.tone]}
            onto={onto}
            mayAdd={mayAdd}
            {...(signal.tone === 'bad' && { label: 'Raise as a blocker' })}
          />
        ),
      }))}
    />
  );
}
