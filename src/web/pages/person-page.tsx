import { Page, PageHeader } from '../ui/page.tsx';

export function PersonPage() {
  return (
    <Page>
      <PageHeader title="Person" />
    </Page>
  );
}
