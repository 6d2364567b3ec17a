import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { TemplateEditor } from '../../../features/templates/web/editor/template-editor.tsx';
import { templateQuery } from '../../../features/templates/web/template-queries.ts';
import { TemplateReading } from '../../../features/templates/web/template-reading.tsx';
import { ErrorPage } from '../../ui/error-page.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTemplateActions } from './use-template-actions.tsx';

const route = getRouteApi('/inside/templates/$templateId');

export function TemplatePage() {
  const { templateId } = route.useParams();
  const { for: employeeId } = route.useSearch();
  const actions = useTemplateActions(templateId, employeeId);
  // An editor begins with what the server has now, never with what was fetched before.
  const {
    data: template,
    error,
    isFetchedAfterMount,
    refetch,
  } = useQuery({
    ...templateQuery(templateId),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (error !== null && template === undefined)
    return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (template === undefined || (template.abilities.edit && !isFetchedAfterMount)) {
    return (
      <Page width="reading">
        <Skeleton shape="title" lines={8} />
      </Page>
    );
  }
  if (template.abilities.edit) {
    return <TemplateEditor key={templateId} template={template} actions={actions} />;
  }
  return <TemplateReading template={template} employeeId={employeeId} actions={actions(null)} />;
}
