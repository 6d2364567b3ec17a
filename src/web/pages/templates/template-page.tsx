import { Page, PageHeader } from '../../ui/page.tsx';

export function TemplatePage() {
  return (
    <Page>
      <PageHeader title="Template" />
    </Page>
  );
}
