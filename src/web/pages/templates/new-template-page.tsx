import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { NewTemplateForm } from '../../../features/templates/web/new-template-form.tsx';
import { inOfferedOrder } from '../../../features/templates/web/offered-order.ts';
import { templatesQuery } from '../../../features/templates/web/template-queries.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';

const route = getRouteApi('/inside/templates/new');

export function NewTemplatePage() {
  const { for: employeeId, from } = route.useSearch();
  const { data: templates } = useSuspenseQuery(templatesQuery);
  const { library, mine, others } = inOfferedOrder(templates);
  return (
    <Page width="narrow">
      <PageHeader
        title="New template"
        above={
          <Breadcrumbs>
            <Link to="/templates">Templates</Link>
            New
          </Breadcrumbs>
        }
        lead="It is yours, and private until you share it. Everything can be changed afterwards."
      />
      <NewTemplateForm templates={[...mine, ...others, ...library]} from={from} employeeId={employeeId} />
    </Page>
  );
}
