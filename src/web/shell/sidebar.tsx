import { Bell, PenLine, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { BareButton } from '../ui/bare-button.tsx';
import { Count } from '../ui/badge.tsx';
import { cx } from '../ui/cx.ts';
import { formatShortDay } from '../ui/dates.ts';
import { Face } from '../ui/face.tsx';
import { PlainLink } from '../ui/link.tsx';
import { Brand } from './brand.tsx';
import styles from './frame.module.css';
import { MeMenuItems, MenuOfMe } from './me-menu.tsx';
import { useMyPairs, type Pair } from './my-pairs.ts';
import { useMe } from './session.ts';
import { shortcutText } from './shortcuts.ts';

interface SidebarProps {
  onFind: () => void;
  /** To write something down for somebody. */
  onCapture: () => void;
  onShortcuts: () => void;
}

export function Sidebar({ onFind, onCapture, onShortcuts }: SidebarProps) {
  const me = useMe();
  const pairs = useMyPairs();
  return (
    <nav aria-label="Main" className={styles.sidebar}>
      <div className={styles.top}>
        <PlainLink to="/" className={styles.brand ?? ''}>
          <Brand />
        </PlainLink>
        <PlainLink to="/inbox" className={styles.bell ?? ''} aria-label={inboxWords(me.unreadNotices)}>
          <Bell size={17} aria-hidden />
          <i>
            <Count of={me.unreadNotices} label="unread" />
          </i>
        </PlainLink>
      </div>
      <div className={styles.list}>
        <BareButton className={cx(styles.item, styles.find)} onPress={onFind}>
          <Search size={14} aria-hidden />
          <span className={styles.name}>Find</span>
          <kbd>{shortcutText('mod+k')}</kbd>
        </BareButton>
        <BareButton className={cx(styles.item)} onPress={onCapture}>
          <PenLine size={14} aria-hidden />
          <span className={styles.name}>Write down</span>
          <kbd>{shortcutText('c')}</kbd>
        </BareButton>
      </div>
      <ul className={styles.list}>
        <Item>
          <PlainLink to="/" className={styles.item ?? ''} activeOptions={{ exact: true }}>
            <span className={styles.name}>Needs me</span>
            <Count of={me.unread} label="waiting" />
          </PlainLink>
        </Item>
        <Item>
          <PlainLink to="/series" className={styles.item ?? ''} activeOptions={{ exact: true }}>
            <span className={styles.name}>Meetings</span>
          </PlainLink>
        </Item>
        <Item>
          <PlainLink
            to="/one-on-ones"
            className={styles.item ?? ''}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            <span className={styles.name}>One-on-ones</span>
          </PlainLink>
        </Item>
        <Item>
          <PlainLink to="/action-items" className={styles.item ?? ''}>
            <span className={styles.name}>My action items</span>
          </PlainLink>
        </Item>
        <Item>
          <PlainLink to="/numbers" className={styles.item ?? ''}>
            <span className={styles.name}>Numbers</span>
          </PlainLink>
        </Item>
        {me.managesPeople && (
          <Item>
            <PlainLink to="/templates" className={styles.item ?? ''}>
              <span className={styles.name}>Templates</span>
            </PlainLink>
          </Item>
        )}
      </ul>
      <Pairs title="My one-on-ones" pairs={pairs.asManager} />
      <Pairs title="With my manager" pairs={pairs.asEmployee} />
      {me.isAdmin && (
        <Group title="Organisation">
          <Item>
            <PlainLink to="/people" className={styles.item ?? ''}>
              <span className={styles.name}>People</span>
            </PlainLink>
          </Item>
          <Item>
            <PlainLink to="/teams" className={styles.item ?? ''}>
              <span className={styles.name}>Teams</span>
            </PlainLink>
          </Item>
          <Item>
            <PlainLink to="/kpis" className={styles.item ?? ''}>
              <span className={styles.name}>KPIs</span>
            </PlainLink>
          </Item>
        </Group>
      )}
      <div className={styles.foot}>
        <PlainLink to="/help" className={styles.item ?? ''}>
          <span className={styles.name}>Help</span>
        </PlainLink>
        <MenuOfMe
          placement="top start"
          trigger={
            <BareButton className={cx(styles.item)}>
              <Face name={me.person.name} as="mine" personId={me.person.id} />
              <span className={styles.name}>{me.person.name}</span>
            </BareButton>
          }
        >
          <MeMenuItems onShortcuts={onShortcuts} />
        </MenuOfMe>
      </div>
    </nav>
  );
}

function inboxWords(unread: number): string {
  return unread === 0 ? 'Inbox' : `Inbox, ${unread} unread`;
}

function Item({ children }: { children: ReactNode }) {
  return <li>{children}</li>;
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>{children}</ul>
    </div>
  );
}

/** To the home of the pair, where they have one. */
function PairLink({ pair, children }: { pair: Pair; children: ReactNode }) {
  const className = styles.item ?? '';
  return pair.seriesId === null ? (
    <PlainLink
      to="/one-on-ones"
      search={{ personId: pair.id }}
      className={className}
      activeOptions={{ includeSearch: true }}
    >
      {children}
    </PlainLink>
  ) : (
    <PlainLink to="/series/$seriesId" params={{ seriesId: pair.seriesId }} className={className}>
      {children}
    </PlainLink>
  );
}

function Pairs({ title, pairs }: { title: string; pairs: Pair[] }) {
  if (pairs.length === 0) return null;
  return (
    <Group title={title}>
      {pairs.map((person) => (
        <Item key={person.id}>
          <PairLink pair={person}>
            <Face name={person.name} as="theirs" personId={person.id} />
            <span className={styles.name}>{person.name}</span>
            {person.lastOn !== null && <small>{formatShortDay(person.lastOn)}</small>}
          </PairLink>
        </Item>
      ))}
    </Group>
  );
}
