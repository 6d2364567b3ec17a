import { Page, PageHeader } from '../ui/page.tsx';

export function NeedsMePage() {
  return (
    <Page>
      <PageHeader title="Needs me" />
    </Page>
  );
}
