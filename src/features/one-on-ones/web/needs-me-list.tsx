import { Section } from '../../../web/ui/page.tsx';
import { Count } from '../../../web/ui/badge.tsx';
import type { ListedOneOnOne } from '../contract.ts';
import { needsMeGroups } from './needs-me-groups.ts';
import { OneOnOneTable } from './one-on-one-table.tsx';

export function NeedsMeList({ rows, myId }: { rows: readonly ListedOneOnOne[]; myId: string }) {
  return needsMeGroups(rows).map((group) => (
    <Section key={group.state} title={group.title} aside={<Count of={group.rows.length} label="waiting" />}>
      <OneOnOneTable label={group.title} rows={group.rows} myId={myId} withoutTurn />
    </Section>
  ));
}
