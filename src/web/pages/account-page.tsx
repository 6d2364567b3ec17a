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
import styles from './account-page.module.css';

const parts = [
  { id: 'profile', title: 'Profile' },
  { id: 'devices', title: 'Devices' },
  { id: 'mail', title: 'Mail' },
  { id: 'calendar', title: 'Calendar and reminders' },
  { id: 'password', title: 'Password' },
  { id: 'email', title: 'Email' },
  { id: 'data', title: 'Your data' },
] as const;

export function AccountPage() {
  const { person, signInSince } = useMe();
  const hasEmail = person.email !== null && signInSince !== null;
  return (
    <Page width="narrow">
      <PageHeader
        title="My account"
        lead={`You are ${person.name}${person.email === null ? '' : `, and sign in with ${person.email}`}${
          signInSince === null ? '' : `, since ${formatDate(localDay(signInSince))}`
        }.`}
      />
      <nav aria-label="On this page">
        <ul className={styles.contents}>
          {parts
            .filter(({ id }) => id !== 'email' || hasEmail)
            .map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
        </ul>
      </nav>
      <Section title="Profile" id="profile">
        <ProfileForm />
      </Section>
      <Section title="Where you are signed in" id="devices">
        <DeviceList />
      </Section>
      <Section title="What you get by mail" id="mail">
        <MailChoices />
      </Section>
      <Section title="Calendar and reminders" id="calendar">
        <ReminderChoices />
        <CalendarChoices />
      </Section>
      <Section title="Password" id="password">
        <ChangePasswordForm email={person.email} />
      </Section>
      {person.email !== null && signInSince !== null && (
        <Section title="Email" id="email">
          <ChangeAddressForm email={person.email} />
        </Section>
      )}
      <Section title="Your data" id="data">
        <YourData />
      </Section>
    </Page>
  );
}
