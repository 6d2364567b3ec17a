import type { ReactNode } from 'react';
import { useMe } from '../../shell/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';

interface WayBackProps {
  person: { id: string; name: string };
  /** What stands below the person. */
  children?: ReactNode;
}

/** Back to the team, or to the person where an admin came from. */
export function WayBack({ person, children = person.name }: WayBackProps) {
  const me = useMe();
  const isAdminAlone = me.isAdmin && !me.managesPeople && person.id !== me.person.id;
  return (
    <Breadcrumbs>
      {isAdminAlone ? (
        <Link to="/people/$personId" params={{ personId: person.id }}>
          {person.name}
        </Link>
      ) : (
        <Link to="/numbers">Numbers</Link>
      )}
      {isAdminAlone && children === person.name ? 'Numbers' : children}
    </Breadcrumbs>
  );
}
