import {
  Bell,
  CalendarClock,
  ChartColumn,
  ChartLine,
  CircleHelp,
  CircleUserRound,
  LayoutTemplate,
  ListChecks,
  Menu,
  MessagesSquare,
  PenLine,
  Search,
  UserRound,
  UsersRound,
} from 'lucide-react';
import { BareButton } from '../ui/bare-button.tsx';
import { Count } from '../ui/badge.tsx';
import { cx } from '../ui/cx.ts';
import { PlainLink } from '../ui/link.tsx';
import { MenuButton, MenuItem, MenuLine } from '../ui/menu.tsx';
import styles from './frame.module.css';
import { MeMenuItems } from './me-menu.tsx';
import { useMe } from './session.ts';

/** The navigation of a phone, at the thumb. */
export function TabBar({ onFind, onCapture }: { onFind: () => void; onCapture: () => void }) {
  const me = useMe();
  return (
    <nav aria-label="Tabs" className={styles.tabs}>
      <PlainLink to="/" className={styles.tab ?? ''} activeOptions={{ exact: true }}>
        <CircleUserRound size={20} aria-hidden />
        Needs me
        <i>
          <Count of={me.unread} label="waiting" />
        </i>
      </PlainLink>
      <PlainLink to="/series" className={styles.tab ?? ''}>
        <CalendarClock size={20} aria-hidden />
        Meetings
      </PlainLink>
      <BareButton className={cx(styles.tab)} onPress={onCapture}>
        <PenLine size={20} aria-hidden />
        Add
      </BareButton>
      <PlainLink to="/one-on-ones" className={styles.tab ?? ''}>
        <MessagesSquare size={20} aria-hidden />
        One-on-ones
      </PlainLink>
      <PlainLink to="/inbox" className={styles.tab ?? ''}>
        <Bell size={20} aria-hidden />
        Inbox
        <i>
          <Count of={me.unreadNotices} label="unread" />
        </i>
      </PlainLink>
      <MenuButton
        label="More"
        placement="top end"
        trigger={
          <BareButton className={cx(styles.tab)}>
            <Menu size={20} aria-hidden />
            More
          </BareButton>
        }
      >
        <MenuItem onAction={onFind} icon={<Search size={15} aria-hidden />}>
          Find
        </MenuItem>
        <MenuItem href="/action-items" icon={<ListChecks size={15} aria-hidden />}>
          My action items
        </MenuItem>
        <MenuItem href="/numbers" icon={<ChartColumn size={15} aria-hidden />}>
          Numbers
        </MenuItem>
        {me.managesPeople && (
          <MenuItem href="/templates" icon={<LayoutTemplate size={15} aria-hidden />}>
            Templates
          </MenuItem>
        )}
        {me.isAdmin && (
          <MenuItem href="/people" icon={<UserRound size={15} aria-hidden />}>
            People
          </MenuItem>
        )}
        {me.isAdmin && (
          <MenuItem href="/teams" icon={<UsersRound size={15} aria-hidden />}>
            Teams
          </MenuItem>
        )}
        {me.isAdmin && (
          <MenuItem href="/kpis" icon={<ChartLine size={15} aria-hidden />}>
            KPIs
          </MenuItem>
        )}
        <MenuItem href="/help" icon={<CircleHelp size={15} aria-hidden />}>
          Help
        </MenuItem>
        <MenuLine />
        <MeMenuItems />
      </MenuButton>
    </nav>
  );
}
