import { Section } from '../../../web/ui/page.tsx';
import type { ListedOneOnOne } from '../contract.ts';
import { needsMeGroups } from './needs-me-groups.ts';
import { OneOnOneTable } from './one-on-one-table.tsx';

export function NeedsMeList({ rows, myId }: { rows: readonly ListedOneOnOne[]; myId: string }) {
  return needsMeGroups(rows).map((group) => (
    <Section key={group.state} title={group.title}>
      <OneOnOneTable label={group.title} rows={group.rows} myId={myId} inGroup />
    </Section>
  ));
}
