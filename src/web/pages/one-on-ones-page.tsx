import { Page, PageHeader } from '../ui/page.tsx';

export function OneOnOnesPage() {
  return (
    <Page>
      <PageHeader title="One-on-ones" />
    </Page>
  );
}
