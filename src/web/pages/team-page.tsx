import { Page, PageHeader } from '../ui/page.tsx';

export function TeamPage() {
  return (
    <Page>
      <PageHeader title="Team" />
    </Page>
  );
}
