import { Page, PageHeader } from '../ui/page.tsx';

export function NewOneOnOnePage() {
  return (
    <Page>
      <PageHeader title="New one-on-one" />
    </Page>
  );
}
