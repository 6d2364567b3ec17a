import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../web/shell/call.ts';
import { ConfirmDialog } from '../../../web/ui/confirm-dialog.tsx';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import { toast } from '../../../web/ui/toast.ts';
import { peopleRoutes, type Team } from '../contract.ts';
import { refreshPeople } from './people-queries.ts';
import { TeamNameDialog } from './team-name-dialog.tsx';

/** What else can be done with a team. */
export function TeamMenu({ team }: { team: Team }) {
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const navigate = useNavigate();
  const close = () => setOpen(null);

  async function rename(body: { name: string }) {
    await call(peopleRoutes.renameTeam, { params: { teamId: team.id }, body });
    await refreshPeople();
    close();
  }

  async function remove() {
    await call(peopleRoutes.deleteTeam, { params: { teamId: team.id } });
    await navigate({ to: '/teams', replace: true });
    toast(`${team.name} is deleted.`);
    await refreshPeople();
  }

  return (
    <>
      <MenuButton
        label="Team"
        trigger={
          <IconButton label="More" look="quiet">
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<PenLine size={15} aria-hidden />} onAction={() => setOpen('rename')}>
          Rename
        </MenuItem>
        <MenuItem icon={<Trash2 size={15} aria-hidden />} look="danger" onAction={() => setOpen('delete')}>
          Delete
        </MenuItem>
      </MenuButton>
      {open === 'rename' && (
        <TeamNameDialog
          title="Rename this team"
          submitLabel="Rename"
          name={team.name}
          onSubmit={rename}
          onClose={close}
        />
      )}
      <ConfirmDialog
        title={`Delete ${team.name}?`}
        isOpen={open === 'delete'}
        onClose={close}
        look="danger"
        confirmLabel="Delete team"
        onConfirm={remove}
      >
        <p>
          The people stay; the team goes, and with it the targets that were set for it. Whoever manages its
          members through this team alone can start no more one-on-ones with them, and still reads what they
          wrote together.
        </p>
      </ConfirmDialog>
    </>
  );
}
