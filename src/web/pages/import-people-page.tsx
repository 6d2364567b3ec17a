import { useNavigate } from '@tanstack/react-router';
import { ImportPeople } from '../../features/people/web/import-people.tsx';
import { useMe } from '../shell/session.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotFound } from '../ui/error-page.tsx';
import { Link } from '../ui/link.tsx';
import { Page, PageHeader } from '../ui/page.tsx';

export function ImportPeoplePage() {
  const { isAdmin } = useMe();
  const navigate = useNavigate();
  if (!isAdmin) return <NotFound />;
  return (
    <Page>
      <PageHeader
        title="Import people"
        lead="People, their teams and who manages them, from a spreadsheet. You see what will happen first."
        above={
          <Breadcrumbs>
            <Link to="/people">People</Link>
            Import
          </Breadcrumbs>
        }
      />
      <ImportPeople onDone={() => void navigate({ to: '/people' })} />
    </Page>
  );
}
