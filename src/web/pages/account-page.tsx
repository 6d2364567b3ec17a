import { Page, PageHeader } from '../ui/page.tsx';

export function AccountPage() {
  return (
    <Page>
      <PageHeader title="Devices and password" />
    </Page>
  );
}
