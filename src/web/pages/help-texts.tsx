import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge, type Shape, type Tone } from '../ui/badge.tsx';
import { Link } from '../ui/link.tsx';
import styles from './help-page.module.css';

export function WhoReads() {
  return (
    <>
      <p>
        A one-on-one belongs to two people: the manager who writes it and the employee it is with. Whoever can
        read it is named on it, under its title. If a name is not there, that person can’t read it.
      </p>
      <table className={styles.readers}>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">As a draft</th>
            <th scope="col">Once shared</th>
          </tr>
        </thead>
        <tbody>
          <Reader who="Its manager" draft={<Yes>Yes</Yes>} shared={<Yes>Yes</Yes>} />
          <Reader who="Its employee" draft={<No>Not there yet</No>} shared={<Yes>Yes</Yes>} />
          <Reader
            who="Readers the manager added"
            note="read answers, action items, files and addenda; never comments, messages or private notes"
            draft={<No>Not there yet</No>}
            shared={<Yes>Reads only</Yes>}
          />
          <Reader
            who="A former manager"
            note="who wrote it, and no longer manages the employee"
            draft={<Yes>Reads only</Yes>}
            shared={<Yes>Reads only</Yes>}
          />
          <Reader
            who="Anybody else"
            note="the manager’s manager, a new manager, another manager, colleagues"
            draft={<No>No</No>}
            shared={<No>No</No>}
          />
          <Reader who="Admins" draft={<No>No</No>} shared={<No>No</No>} />
        </tbody>
      </table>
      <p>
        To everybody who can’t read it, a one-on-one does not exist: it is in no list, no search, no count and
        no mail of theirs, and its address says what an address says that never existed.
      </p>
    </>
  );
}

function Reader({
  who,
  note,
  draft,
  shared,
}: {
  who: string;
  note?: string;
  draft: ReactNode;
  shared: ReactNode;
}) {
  return (
    <tr>
      <th scope="row">
        {who}
        {note !== undefined && <small>{note}</small>}
      </th>
      <td>{draft}</td>
      <td>{shared}</td>
    </tr>
  );
}

function Yes({ children }: { children: string }) {
  return (
    <span className={styles.yes}>
      <Check size={15} aria-hidden /> {children}
    </span>
  );
}

function No({ children }: { children: string }) {
  return (
    <span className={styles.no}>
      <Minus size={15} aria-hidden /> {children}
    </span>
  );
}

export function Agenda() {
  return (
    <>
      <p>
        The agenda stands on the page of the two of you. Either of you adds points; the employee’s come first
        until somebody moves one. Only whoever raised a point changes its words. What you do not get to is
        simply still there next time, with the day it was first raised.
      </p>
      <p>
        A point you add as <strong>Only me</strong> exists for nobody else until you put it on the agenda.
        That is for good; a <strong>private note</strong> on it stays yours all the same.
      </p>
      <p>
        Press <kbd>c</kbd> on any page, or <strong>Add</strong> on a phone, to write something down for
        somebody in seconds. Without a connection it waits on this device and is sent later.
      </p>
    </>
  );
}

export function Preparing() {
  return (
    <>
      <p>
        <strong>Prepare</strong>, on the page of the two of you, goes through what you promised each other and
        what became of it, what was left unanswered last time, the points of both, the update and the last
        answers. One click puts any of it on the agenda. What you tick as looked at stays on your device.
      </p>
      <p>
        The employee writes the <strong>update</strong> and answers what the template asks them. Until they
        send it, nobody else can read it, nor learn that something was begun. Once it is sent, the manager
        reads it; it can be taken back until the meeting begins.
      </p>
      <p>
        What becomes of what you agree, done on time, later, open or past due, is drawn for the two of you
        over your last twelve one-on-ones. Nobody else can see it.
      </p>
    </>
  );
}

export function Meeting() {
  return (
    <>
      <p>
        <strong>Start the meeting</strong> makes its record and brings in what you both prepared: the points
        on the agenda, what you promised each other, the employee’s update, and what they answered before.
        Their words stay theirs: the manager notes beside them, and changes nothing.
      </p>
      <p>
        You go through it one step at a time, with <kbd>[</kbd> and <kbd>]</kbd> if you like. The clock is
        quiet: amber in the last five minutes, never a sound, and it can be hidden. Tick a point when it is
        discussed and a promise when it is done; both are ticked where they came from, too.
      </p>
      <p>
        <strong>End the meeting</strong> shows what is left to do: who does what by when, and whether the
        record is shared, sent for approval or kept as a draft. Points you did not get to are simply still on
        the agenda next time.
      </p>
    </>
  );
}

export function Calendar() {
  return (
    <>
      <p>
        Two working days before a meeting you are reminded to add to the agenda, one day before to prepare,
        and afterwards only if the record is not finished or waits for your approval. Reminders come at the
        beginning of your working hours, several in one mail; for a Monday they come on Friday. Hours and
        reminders are chosen under <strong>My account</strong>.
      </p>
      <p>
        Every meeting comes to both calendars as an invitation by mail, and is updated there when it is moved
        or called off; nobody has to answer it. Your calendar can also follow a private address that you make
        under <strong>My account</strong>. Either way it learns when you meet, with whom and where, and never
        what about; names can be left out.
      </p>
    </>
  );
}

export function Beside() {
  return (
    <>
      <p>
        <strong>Comments</strong> stand under an item. The two write them until the record is approved, and
        only the two read them. What is settled can be resolved; the other is told by mail, once for all that
        came within ten minutes.
      </p>
      <p>
        A <strong>private note</strong> is yours alone, for ever, whoever you are to the record. It stays
        hidden until you ask for it, so that you can share your screen.
      </p>
      <p>
        An <strong>addendum</strong> is what is said after approval: dated, signed, and never changed. What
        was approved stays as it is.
      </p>
      <p>
        <strong>Who opened it</strong> says to the two who opened, downloaded or exported the record, and on
        which day. Of a draft nothing is noted.
      </p>
    </>
  );
}

export function Limits() {
  return (
    <>
      <p>
        Admins add people, invite them, put them into teams, and say who manages a team. That is all. They
        can’t open, search, export or count one-on-ones, see who met whom, sign in as you, or set your
        password.
      </p>
      <p>
        Changing teams opens nothing either: a new manager starts with an empty list, and what was written
        before stays with the two who wrote it. The database enforces this too, not only the pages you see.
      </p>
      <p>
        If you forget your password, you choose a new one from a mail. Only you change your email address, and
        your old mailbox confirms it. Where a mailbox is lost, an admin can start a recovery: it takes seven
        days, and you and everybody who shares one-on-ones with you are told and can stop it.
      </p>
      <p>
        One thing no program can promise: whoever runs the server itself can read its disk. Your organisation
        knows who that is.
      </p>
    </>
  );
}

export function Sides({ managerFirst }: { managerFirst: boolean }) {
  const manager = (
    <div className={styles.side} key="manager">
      <h3>As a manager</h3>
      <ol>
        <li>Start a new one-on-one: pick the person and a template.</li>
        <li>Write before and while you meet. Every answer saves by itself, and stands beside last time’s.</li>
        <li>Share it when the other may read it, or keep it as a draft until then.</li>
        <li>Send it for approval when the record is right.</li>
        <li>If they ask for a revision, change it and send it again.</li>
      </ol>
    </div>
  );
  const employee = (
    <div className={styles.side} key="employee">
      <h3>As an employee</h3>
      <ol>
        <li>A mail tells you that a one-on-one is there for you to read.</li>
        <li>“Needs me” shows what waits for you.</li>
        <li>Read it. When approval is asked, you see what changed since the last time you were asked.</li>
        <li>Approve it, with a remark if you like; or ask for a revision and say what should change.</li>
        <li>Everything you approved stays yours to read.</li>
      </ol>
    </div>
  );
  return (
    <>
      <div className={styles.sides}>{managerFirst ? [manager, employee] : [employee, manager]}</div>
      <p>
        No button for a new one-on-one? Then you manage no team. An admin can give you team manager access;
        the page of your one-on-ones names them.
      </p>
    </>
  );
}

const states: { name: string; tone: Tone; shape: Shape; text: string; turn: string }[] = [
  {
    name: 'Draft',
    tone: 'draft',
    shape: 'ring',
    text: 'Only its manager sees it. For the employee it does not exist.',
    turn: 'The manager’s turn: share it, or go on writing.',
  },
  {
    name: 'Active',
    tone: 'active',
    shape: 'dot',
    text: 'Shared: both read it, the manager writes. What the manager is typing appears when they leave the field, so nobody watches half a sentence.',
    turn: 'The manager’s turn: approval has not been asked yet.',
  },
  {
    name: 'Pending approval',
    tone: 'pending',
    shape: 'half',
    text: 'Approval is asked. If the manager changes anything, or takes the request back, it becomes Active again and the employee is told.',
    turn: 'The employee’s turn: approve, or ask for a revision.',
  },
  {
    name: 'Approved',
    tone: 'approved',
    shape: 'check',
    text: 'Closed. Nobody can change or delete it any more: neither of the two, nor an admin.',
    turn: 'Nobody’s turn.',
  },
];

export function States() {
  return (
    <ol className={styles.states}>
      {states.map(({ name, tone, shape, text, turn }) => (
        <li key={name}>
          <Badge tone={tone} shape={shape}>
            {name}
          </Badge>
          <p>
            {text}
            <span className={styles.turn}>{turn}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

export function Approval() {
  return (
    <>
      <p>
        Approving says: this is the record of our conversation. It does not say that you agree with every
        word. Where you see it differently, write it into the remark: it becomes part of what is approved.
      </p>
      <p>
        An approval counts for exactly the version you read. If something changed while you were reading, you
        are shown the change and asked again. Afterwards a fingerprint of the content proves that nothing was
        touched.
      </p>
    </>
  );
}

export function Templates() {
  return (
    <>
      <p>
        A template leads through the conversation: sections, and in them questions, ratings, a mood, or room
        for notes. The library holds some that work as they are; duplicate one to make it yours. A template is
        private, or shared with all team managers.
      </p>
      <p>
        A one-on-one keeps its own copy. Changing a template never changes a one-on-one that exists, and each
        one-on-one can be changed for itself. The guidance in a template is for the manager’s eyes; the
        employee never gets it.
      </p>
    </>
  );
}

export function ActionItems() {
  return (
    <>
      <p>
        What the two agree to do stands at the end of the record: what, who of the two, until when; the next
        meeting, or a week where none is planned, unless you say otherwise. The words freeze with the record.
        Done, or dropped with a reason, is marked afterwards too: by whoever owns it, or by the manager.
      </p>
      <p>
        The next one-on-one begins with what is still open, and with what became of the rest. Everything of
        yours stands on one page, <strong>My action items</strong>; the day before something is due you get a
        mail, and a weekly one while something is overdue.
      </p>
    </>
  );
}

export function Files() {
  return (
    <>
      <p>
        The manager can add files of up to 10 MB each while a one-on-one is a draft or active: drop them
        anywhere on it, paste a picture, choose them, or take a picture with a phone. Whoever can read the
        one-on-one can save them. Pictures are shown; everything else is saved and never run. With approval
        they are frozen too.
      </p>
      <p>
        Whoever can read a one-on-one can also take it along: as PDF, Markdown or JSON, or on paper, from the
        arrow above its title. Such a copy holds what you may read, and your own private note; never comments,
        and never the guidance. The two see on which day somebody saved a file or a copy.
      </p>
      <p>
        On <Link to="/account">your account page</Link> you can take along everything that you may read, or
        everything about you, as one archive. It is made while you do something else, as long as you stay
        signed in, and kept for a day; the last three are.
      </p>
    </>
  );
}

export function Mails() {
  return (
    <>
      <p>
        A mail says that something happened and where to read it. It never holds what you wrote, and its link
        opens only for you, after you have signed in.
      </p>
      <p>
        Your <strong>inbox</strong>, behind the bell, has the same, whether you want it by mail or not: you
        choose on your account page. What touches your sign-in always comes by mail.
      </p>
    </>
  );
}
