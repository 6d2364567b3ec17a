import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../../web/shell/session.ts';
import { formatWhen } from '../../../web/ui/dates.ts';
import { Section } from '../../../web/ui/page.tsx';
import { firstName, PreparationBody, type PreparationProps } from './preparation-body.tsx';
import { preparationQuery } from './use-preparation.ts';

/** On the page of the pair, under the agenda. */
export default function PreparationPanel({ series, scales }: PreparationProps) {
  const { person } = useMe();
  const sentAt = useQuery(preparationQuery(series.id)).data?.sentAt ?? null;
  const isMine = person.id === series.employee.id;
  return (
    <Section
      title={isMine ? 'Your update' : `${firstName(series.employee.name)}’s update`}
      id="update"
      aside={sentAt !== null && <span>Sent {formatWhen(sentAt)}</span>}
    >
      <PreparationBody series={series} scales={scales} />
    </Section>
  );
}
