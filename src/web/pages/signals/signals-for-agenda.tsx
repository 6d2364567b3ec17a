import type { Figures } from '../../../features/kpis/domain/figures.ts';
import type { ShownSignal } from '../../../features/signals/contract.ts';
import { SignalList } from '../../../features/signals/web/signal-list.tsx';
import { mostOffered } from '../../../features/signals/web/signals-query.ts';
import { laggingInWords } from '../../shell/numbers/figure-words.ts';
import { OntoAgendaButton } from '../prep/onto-agenda-button.tsx';
import type { OntoAgenda } from '../prep/use-onto-agenda.ts';

export interface SignalsForAgendaProps {
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

interface RaiseLaggingProps extends Pick<SignalsForAgendaProps, 'signals' | 'onto' | 'mayAdd'> {
  figures: Figures;
}

/** What is behind is raised with its numbers in one click, also where chance could explain it and no signal says so. */
export function RaiseLagging({ figures, signals, onto, mayAdd }: RaiseLaggingProps) {
  const isTold = signals.some(({ kpi, tone }) => kpi.id === figures.kpi.id && tone === 'bad');
  if (figures.state !== 'behind' || isTold) return null;
  return (
    <OntoAgendaButton
      text={laggingInWords(figures)}
      kind="blocker"
      onto={onto}
      mayAdd={mayAdd}
      label="Raise as a blocker"
    />
  );
}
