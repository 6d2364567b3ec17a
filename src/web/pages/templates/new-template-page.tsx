import { Page, PageHeader } from '../../ui/page.tsx';

export function NewTemplatePage() {
  return (
    <Page>
      <PageHeader title="Template" />
    </Page>
  );
}
