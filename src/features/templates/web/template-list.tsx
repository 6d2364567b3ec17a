import { PlainLink } from '../../../web/ui/link.tsx';
import { useFocusAfterRemoval } from '../../../web/ui/use-focus-after-removal.ts';
import { When } from '../../../web/ui/when.tsx';
import type { Template } from '../contract.ts';
import styles from './template-list.module.css';
import { TemplateMenu } from './template-menu.tsx';
import { WhoSees } from './who-sees.tsx';

/** Templates with what one chooses them by: when to use it, and what it holds. */
export function TemplateList({ label, templates }: { label: string; templates: readonly Template[] }) {
  const { ref, removing } = useFocusAfterRemoval(templates.length);
  return (
    <div ref={ref}>
      <ul className={styles.list} aria-label={label}>
        {templates.map((template, at) => (
          <li key={template.id} className={styles.row}>
            <div className={styles.words}>
              <PlainLink
                to="/templates/$templateId"
                params={{ templateId: template.id }}
                className={styles.title ?? ''}
              >
                {template.title}
              </PlainLink>
              {template.description !== '' && <p className={styles.when}>{template.description}</p>}
              {template.sections.length > 0 && (
                <p className={styles.holds}>
                  {template.sections.map((section, at) => (
                    <span key={at}>{section.title}</span>
                  ))}
                </p>
              )}
              {template.owner !== null && (
                <p className={styles.facts}>
                  <span>
                    <WhoSees template={template} />
                  </span>
                  <span>
                    Changed <When at={template.updatedAt} />
                  </span>
                </p>
              )}
            </div>
            <div className={styles.menu}>
              <TemplateMenu template={template} onDelete={() => removing(at)} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
