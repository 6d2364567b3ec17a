import { Plus } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import { useShortcut } from '../../../web/shell/shortcuts.ts';
import { LinkButton } from '../../../web/ui/link.tsx';

/** For whoever manages people; with the person that one is looking at already picked. */
export function NewOneOnOneButton({ employeeId }: { employeeId?: string | undefined }) {
  const navigate = useNavigate();
  const search = employeeId === undefined ? {} : { employeeId };
  useShortcut('n', 'New one-on-one', () => void navigate({ to: '/new', search }));
  return (
    <LinkButton look="primary" to="/new" search={search}>
      <Plus size={16} aria-hidden />
      New one-on-one
    </LinkButton>
  );
}
