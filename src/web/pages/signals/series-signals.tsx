import { useQuery } from '@tanstack/react-query';
import { agendaQuery } from '../../../features/agenda/web/agenda-queries.ts';
import { lookBackQuery } from '../../../features/meeting-records/web/look-back-query.ts';
import type { Series } from '../../../features/series/contract.ts';
import { signalsQuery } from '../../../features/signals/web/signals-query.ts';
import { InlineError } from '../../ui/inline-error.tsx';
import { Section } from '../../ui/page.tsx';
import { useOntoAgenda } from '../prep/use-onto-agenda.ts';
import { SignalsForAgenda } from './signals-for-agenda.tsx';
import { StandingNow, useStandingNow } from './standing-now.tsx';

/** How the employee's numbers stand, and what they say since the two last met, for both. Without any, nothing stands here. */
export default function SeriesSignals({ series }: { series: Series }) {
  const { data: agenda } = useQuery(agendaQuery(series.id));
  const { data: lookBack } = useQuery(lookBackQuery(series.id));
  const { data } = useQuery({
    ...signalsQuery(series.employee.id, lookBack?.last?.heldOn ?? null),
    enabled: series.isOpen && lookBack !== undefined,
  });
  const standing = useStandingNow(series.employee.id, series.isOpen);
  const onto = useOntoAgenda(series.id, agenda);
  if (data === undefined || agenda === undefined || standing === null) return null;
  if (data.items.length === 0 && standing.length === 0) return null;
  const offered = {
    personId: series.employee.id,
    signals: data.items,
    onto,
    mayAdd: agenda.abilities.arrange,
  };
  return (
    <Section title="What the numbers say">
      <StandingNow figures={standing} {...offered} />
      <SignalsForAgenda {...offered} />
      {onto.error !== null && <InlineError error={onto.error} />}
    </Section>
  );
}
