import { CalendarChoices } from '../../features/calendar/web/calendar-choices.tsx';
import { YourData } from '../../features/export/web/your-data.tsx';
import { MailChoices } from '../../features/mail/web/mail-choices.tsx';
import { ProfileForm } from '../../features/profile/web/profile-form.tsx';
import { ReminderChoices } from '../../features/reminders/web/reminder-choices.tsx';
import { ChangeAddressForm } from '../../features/sign-in/web/change-address-form.tsx';
import { ChangePasswordForm } from '../../features/sign-in/web/change-password-form.tsx';
import { DeviceList } from '../../features/sign-in/web/device-list.tsx';
import { useMe } from '../shell/session.ts';
import { formatDate, localDay } from '../ui/dates.ts';
import { Page, PageHeader, Section } from '../ui/page.tsx';

export function AccountPage() {
  const { person, signInSince } = useMe();
  return (
    <Page width="narrow">
      <PageHeader
        title="My account"
        lead={`You are ${person.name}${person.email === null ? '' : `, and sign in with ${person.email}`}${
          signInSince === null ? '' : `, since ${formatDate(localDay(signInSince))}`
        }.`}
      />
      <Section title="Profile">
        <ProfileForm />
      </Section>
      <Section title="Where you are signed in">
        <DeviceList />
      </Section>
      <Section title="What you get by mail" id="mail">
        <MailChoices />
      </Section>
      <Section title="Calendar and reminders" id="calendar">
        <ReminderChoices />
        <CalendarChoices />
      </Section>
      <Section title="Password">
        <ChangePasswordForm email={person.email} />
      </Section>
      {person.email !== null && signInSince !== null && (
        <Section title="Email">
          <ChangeAddressForm email={person.email} />
        </Section>
      )}
      <Section title="Your data" id="data">
        <YourData />
      </Section>
    </Page>
  );
}
