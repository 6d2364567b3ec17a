import { ChangePasswordForm } from '../../features/sign-in/web/change-password-form.tsx';
import { DeviceList } from '../../features/sign-in/web/device-list.tsx';
import { useMe } from '../shell/session.ts';
import { Page, PageHeader, Section } from '../ui/page.tsx';

export function AccountPage() {
  const { person } = useMe();
  return (
    <Page width="narrow">
      <PageHeader
        title="Devices and password"
        lead={`You are ${person.name}${person.email === null ? '' : `, and sign in with ${person.email}`}.`}
      />
      <Section title="Where you are signed in">
        <DeviceList />
      </Section>
      <Section title="Password">
        <ChangePasswordForm email={person.email} />
      </Section>
    </Page>
  );
}
