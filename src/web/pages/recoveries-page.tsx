import { RecoveryList } from '../../features/recovery/web/recovery-list.tsx';
import { useMe } from '../shell/session.ts';
import { Page, PageHeader } from '../ui/page.tsx';

export function RecoveriesPage() {
  const { person } = useMe();
  return (
    <Page width="reading">
      <PageHeader
        title="Account recoveries"
        lead="Nobody gets into an account behind the backs of those whose words are in it."
      />
      <RecoveryList myId={person.id} />
    </Page>
  );
}
