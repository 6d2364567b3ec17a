import { Page, PageHeader } from '../ui/page.tsx';

export function TemplatesPage() {
  return (
    <Page>
      <PageHeader title="Templates" />
    </Page>
  );
}
