import { ManagerAccessNote } from '../../features/people/web/manager-access-note.tsx';
import { useMe } from '../shell/session.ts';
import { Page, PageHeader } from '../ui/page.tsx';

export function OneOnOnesPage() {
  const { managesPeople } = useMe();
  return (
    <Page>
      <PageHeader title="One-on-ones" />
      {!managesPeople && <ManagerAccessNote />}
    </Page>
  );
}
