import { Page, PageHeader } from '../ui/page.tsx';

export function InvitationPage() {
  return (
    <Page>
      <PageHeader title="Invitation" />
    </Page>
  );
}
