import type { ReactNode } from 'react';
import { Breadcrumbs } from '../../../web/ui/breadcrumbs.tsx';
import { Button } from '../../../web/ui/button.tsx';
import { Link } from '../../../web/ui/link.tsx';
import { Page, PageHeader } from '../../../web/ui/page.tsx';
import type { Template } from '../contract.ts';
import { TemplatePreview } from './template-preview.tsx';
import styles from './template-reading.module.css';
import { useDuplicate } from './use-duplicate.ts';
import { WhoSees } from './who-sees.tsx';

interface TemplateReadingProps {
  template: Template;
  employeeId: string | undefined;
  actions: ReactNode;
}

/** A template of the library or of somebody else: to be read, used, and duplicated. */
export function TemplateReading({ template, employeeId, actions }: TemplateReadingProps) {
  const duplicate = useDuplicate(employeeId);
  return (
    <Page width="reading">
      <PageHeader
        title={template.title}
        above={
          <Breadcrumbs>
            <Link to="/templates">Templates</Link>
            {template.title}
          </Breadcrumbs>
        }
        {...(template.description !== '' && { lead: template.description })}
        actions={
          <>
            {actions}
            <Button onPress={() => void duplicate(template)}>Duplicate to edit</Button>
          </>
        }
      >
        <p className={styles.who}>
          <WhoSees template={template} />
        </p>
      </PageHeader>
      <TemplatePreview sections={template.sections} headingLevel={2} />
    </Page>
  );
}
