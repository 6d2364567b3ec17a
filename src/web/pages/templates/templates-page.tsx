import { useSuspenseQuery } from '@tanstack/react-query';
import { inOfferedOrder } from '../../../features/templates/web/offered-order.ts';
import { TemplateList } from '../../../features/templates/web/template-list.tsx';
import { templatesQuery } from '../../../features/templates/web/template-queries.ts';
import { useMe } from '../../shell/session.ts';
import { LinkButton } from '../../ui/link.tsx';
import { Page, PageHeader, Section } from '../../ui/page.tsx';

export function TemplatesPage() {
  const { managesPeople } = useMe();
  return managesPeople ? <Templates /> : <NoTemplates />;
}

function Templates() {
  const { data: templates } = useSuspenseQuery(templatesQuery);
  const { library, mine, others } = inOfferedOrder(templates);
  return (
    <Page width="reading">
      <PageHeader
        title="Templates"
        lead="A template leads a one-on-one: sections, what to ask, and guidance that only the manager sees. Use one as it is, or duplicate it to make it yours; editing one never changes a one-on-one that exists already."
        actions={
          <LinkButton to="/templates/new" look="primary">
            New template
          </LinkButton>
        }
      />
      {mine.length > 0 && (
        <Section title="Mine">
          <TemplateList label="My templates" templates={mine} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title="Shared by other team managers">
          <TemplateList label="Templates that others share" templates={others} />
        </Section>
      )}
      <Section title="Library">
        <TemplateList label="Templates of the library" templates={library} />
      </Section>
    </Page>
  );
}

function NoTemplates() {
  return (
    <Page width="narrow">
      <PageHeader
        title="Templates"
        lead="Templates are for team managers: they lead one-on-ones. An admin can make you team manager of a team."
      />
    </Page>
  );
}
