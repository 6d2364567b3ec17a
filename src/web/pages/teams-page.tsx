import { Page, PageHeader } from '../ui/page.tsx';

export function TeamsPage() {
  return (
    <Page>
      <PageHeader title="Teams" />
    </Page>
  );
}
