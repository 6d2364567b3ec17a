import { useSuspenseQuery } from '@tanstack/react-query';
import { TemplateList } from '../../../features/templates/web/template-list.tsx';
import { templatesQuery } from '../../../features/templates/web/template-queries.ts';
import { useMe } from '../../shell/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link.tsx';
import { Page, PageHeader, Section } from '../../ui/page.tsx';

export function TemplatesPage() {
  const { managesPeople } = useMe();
  return managesPeople ? <Templates /> : <NoTemplates />;
}

function Templates() {
  const { data: templates } = useSuspenseQuery(templatesQuery);
  const library = templates.filter(({ owner }) => owner === null).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const mine = templates.filter(({ abilities }) => abilities.edit);
  const others = templates.filter(({ owner, abilities }) => owner !== null && !abilities.edit);
  return (
    <Page width="reading">
      <PageHeader
        title="Templates"
        lead="A template leads a one-on-one: sections, what to ask, and guidance that only the manager sees. Editing one never changes a one-on-one that exists already."
        actions={
          <LinkButton to="/templates/new" look="primary">
            New template
          </LinkButton>
        }
      />
      <Section title="Mine">
        {mine.length === 0 ? (
          <EmptyState
            title="None of your own yet"
            action={<LinkButton to="/templates/new">Make one</LinkButton>}
          >
            Use one of the library as it is, or duplicate it and make it yours.
          </EmptyState>
        ) : (
          <TemplateList label="My templates" templates={mine} />
        )}
      </Section>
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
