import { Page, PageHeader } from '../ui/page.tsx';

export function SignInPage() {
  return (
    <Page>
      <PageHeader title="Sign in" />
    </Page>
  );
}
