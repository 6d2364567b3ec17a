import { Page, PageHeader } from '../ui/page.tsx';

export function HelpPage() {
  return (
    <Page>
      <PageHeader title="Help" />
    </Page>
  );
}
