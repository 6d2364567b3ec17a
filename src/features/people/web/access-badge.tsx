import { Badge } from '../../../web/ui/badge.tsx';
import type { Person } from '../contract.ts';

/** Whether and how somebody comes in. */
export function AccessBadge({ person }: { person: Person }) {
  if (!person.active) {
    return (
      <Badge tone="danger" shape="ring">
        Deactivated
      </Badge>
    );
  }
  if (!person.hasLogin) {
    return (
      <Badge tone="ink" shape="ring">
        No login access
      </Badge>
    );
  }
  if (!person.hasPassword) {
    return (
      <Badge tone="pending" shape="half">
        No password yet
      </Badge>
    );
  }
  return (
    <Badge tone="ink" shape="dot">
      Signs in
    </Badge>
  );
}
