import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../ui/dates.ts';
import { Face } from '../ui/face.tsx';
import { Palette, type Command } from '../ui/palette.tsx';
import { recentQuery, useMyPairs } from './my-pairs.ts';
import { useMe } from './session.ts';

/** Go anywhere by its name. It searches what is loaded already: nothing typed here leaves the page. */
export default function CommandPalette({
  onClose,
  onShortcuts,
}: {
  onClose: () => void;
  onShortcuts: () => void;
}) {
  return (
    <Palette
      label="Go to a page, a person or a one-on-one"
      groups={useCommands(onShortcuts)}
      nothing="Nothing of that name among your pages and people."
      onClose={onClose}
    />
  );
}

function useCommands(onShortcuts: () => void): { title: string; commands: Command[] }[] {
  const me = useMe();
  const { asManager, asEmployee } = useMyPairs();
  const recent = useQuery(recentQuery).data?.items ?? [];
  const pages: Command[] = [
    { id: 'needs-me', label: 'Needs me', href: '/' },
    { id: 'one-on-ones', label: 'One-on-ones', href: '/one-on-ones' },
    { id: 'inbox', label: 'Inbox', href: '/inbox' },
    { id: 'action-items', label: 'My action items', href: '/action-items' },
    { id: 'numbers', label: 'Numbers', href: '/numbers' },
    ...(me.managesPeople ? [{ id: 'new', label: 'New one-on-one', href: '/new', hint: 'N' }] : []),
    ...(me.managesPeople ? [{ id: 'templates', label: 'Templates', href: '/templates' }] : []),
    ...(me.isAdmin ? [{ id: 'people', label: 'People', href: '/people' }] : []),
    ...(me.isAdmin ? [{ id: 'teams', label: 'Teams', href: '/teams' }] : []),
    ...(me.isAdmin ? [{ id: 'kpis', label: 'KPIs', href: '/kpis' }] : []),
    { id: 'help', label: 'Help', href: '/help' },
    { id: 'account', label: 'My account', href: '/account' },
    { id: 'shortcuts', label: 'Keyboard shortcuts', run: onShortcuts },
  ];
  const people = [...asManager, ...asEmployee].map<Command>(({ id, name }) => ({
    id: `person-${id}`,
    label: name,
    href: `/one-on-ones?personId=${id}`,
    icon: <Face name={name} as="theirs" />,
  }));
  const records = recent.slice(0, 12).map<Command>((record) => ({
    id: record.id,
    label: `${record.title}, ${record.employee.id === me.person.id ? record.manager.name : record.employee.name}`,
    hint: formatDay(record.heldOn),
    href: `/one-on-ones/${record.id}`,
  }));
  return [
    { title: 'People', commands: people },
    { title: 'Pages', commands: pages },
    { title: 'Last changed', commands: records },
  ].filter((group) => group.commands.length > 0);
}
