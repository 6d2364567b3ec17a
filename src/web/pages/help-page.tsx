import type { ReactNode } from 'react';
import { useMe } from '../shell/session.ts';
import { shortcutText } from '../shell/shortcuts.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Page, PageHeader, Section } from '../ui/page.tsx';
import styles from './help-page.module.css';
import { Numbers } from './help-numbers.tsx';
import {
  ActionItems,
  Agenda,
  Approval,
  Beside,
  Calendar,
  Files,
  Limits,
  Mails,
  Meeting,
  Sides,
  States,
  Templates,
  Preparing,
  WhoReads,
} from './help-texts.tsx';

const parts = [
  { id: 'readers', title: 'Who reads what' },
  { id: 'admins', title: 'What admins can’t do' },
  { id: 'steps', title: 'From draft to approved, in short' },
  { id: 'agenda', title: 'The agenda you share' },
  { id: 'preparing', title: 'Before you meet' },
  { id: 'meeting', title: 'While you meet' },
  { id: 'calendar', title: 'Reminders and your calendar' },
  { id: 'states', title: 'Four states, and whose turn it is' },
  { id: 'approval', title: 'What an approval means' },
  { id: 'beside', title: 'Comments, private notes, addenda' },
  { id: 'action-items', title: 'Action items' },
  { id: 'numbers', title: 'KPIs, targets and pace' },
  { id: 'files', title: 'Files and copies' },
  { id: 'templates', title: 'Templates' },
  { id: 'mails', title: 'Mails and the inbox' },
  { id: 'keys', title: 'Keyboard' },
] as const;

type PartId = (typeof parts)[number]['id'];

export function HelpPage() {
  const { managesPeople } = useMe();
  const texts: Record<PartId, ReactNode> = {
    readers: <WhoReads />,
    admins: <Limits />,
    steps: <Sides managerFirst={managesPeople} />,
    agenda: <Agenda />,
    preparing: <Preparing />,
    meeting: <Meeting />,
    calendar: <Calendar />,
    states: <States />,
    approval: <Approval />,
    beside: <Beside />,
    'action-items': <ActionItems />,
    numbers: <Numbers />,
    files: <Files />,
    templates: <Templates />,
    mails: <Mails />,
    keys: <Keys />,
  };
  return (
    <Page width="reading" rail={<Contents />}>
      <PageHeader
        title="Help"
        lead="How one-on-ones work here, for managers and for employees. Five minutes, all of it."
      />
      {parts.map(({ id, title }) => (
        <Section key={id} id={id} title={title}>
          <div className={styles.text}>{texts[id]}</div>
        </Section>
      ))}
    </Page>
  );
}

function Contents() {
  return (
    <nav className={styles.contents} aria-labelledby="contents">
      <h2 id="contents">On this page</h2>
      <ol className={styles.toc}>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Keys() {
  return (
    <p>
      <Kbd>{shortcutText('mod+k')}</Kbd> goes to any page, person or one-on-one by its name. <Kbd>?</Kbd>{' '}
      shows every shortcut of the page you are on; there you can switch off those of a single key.
    </p>
  );
}
