import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { mailStatusQuery, NoMailNote } from '../../features/mail/web/no-mail-note.tsx';
import type { Person } from '../../features/people/contract.ts';
import { AddPersonDialog } from '../../features/people/web/add-person-dialog.tsx';
import { PeopleList } from '../../features/people/web/people-list.tsx';
import { useMe } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { NotFound } from '../ui/error-page.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { toast } from '../ui/toast.ts';

export function PeoplePage() {
  const { isAdmin } = useMe();
  const [isAdding, setAdding] = useState(false);
  const navigate = useNavigate();
  const mail = useQuery({ ...mailStatusQuery, enabled: isAdmin });
  if (!isAdmin) return <NotFound />;

  async function showAdded(person: Person, invited: boolean) {
    setAdding(false);
    await navigate({ to: '/people/$personId', params: { personId: person.id } });
    if (!invited) toast(`${person.name} is added.`);
    else if (mail.data?.leaves === false)
      toast(`${person.name} is added. No mail leaves: the invitation is in the data folder.`);
    else toast(`${person.name} is added and invited.`);
  }

  return (
    <Page>
      <PageHeader
        title="People"
        lead="Who can sign in, who manages whom, and who is an admin."
        actions={
          <>
            <LinkButton to="/people/import">Import</LinkButton>
            <Button look="primary" onPress={() => setAdding(true)}>
              <Plus size={15} aria-hidden /> Add person
            </Button>
          </>
        }
      />
      <NoMailNote />
      <PeopleList />
      {isAdding && (
        <AddPersonDialog
          onClose={() => setAdding(false)}
          onAdded={(person, invited) => void showAdded(person, invited)}
        />
      )}
    </Page>
  );
}
