import { Page, PageHeader } from '../ui/page.tsx';

export function PeoplePage() {
  return (
    <Page>
      <PageHeader title="People" />
    </Page>
  );
}
