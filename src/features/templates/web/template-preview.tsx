import type { TemplateItem, TemplateSection } from '../contract.ts';
import { cx } from '../../../web/ui/cx.ts';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import { answererNote } from './answerer-words.ts';
import { kindWords } from './kind-words.ts';
import { measureNote } from './measure-words.ts';
import { scaleWords } from './scale-words.ts';
import styles from './template-preview.module.css';

interface TemplatePreviewProps {
  sections: readonly TemplateSection[];
  /** Guidance is for the manager's eyes; left out where somebody only wants to see what is asked. */
  withGuidance?: boolean;
  /** Of the sections' titles. */
  headingLevel?: 2 | 3;
  /** Ids of sections and items that another version has not, or has otherwise. */
  different?: ReadonlySet<string>;
}

const nothingDifferent: ReadonlySet<string> = new Set();

/** What a one-on-one from this template will hold. */
export function TemplatePreview({
  sections,
  withGuidance = true,
  headingLevel = 3,
  different = nothingDifferent,
}: TemplatePreviewProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  if (sections.length === 0) return <p className={styles.nothing}>Nothing in it yet.</p>;
  return (
    <div className={styles.preview}>
      {sections.map((section) => (
        <section key={section.id} className={styles.section}>
          <div className={cx(styles.head, different.has(section.id) && styles.different)}>
            <Heading className={styles.title}>{section.title}</Heading>
            {withGuidance && section.guidance !== null && (
              <p className={styles.guidance}>{section.guidance}</p>
            )}
            {different.has(section.id) && <VisuallyHidden>Different</VisuallyHidden>}
          </div>
          <ul className={styles.items}>
            {section.items.map((item) => (
              <PreviewItem key={item.id} item={item} isDifferent={different.has(item.id)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PreviewItem({ item, isDifferent }: { item: TemplateItem; isDifferent: boolean }) {
  const { label, Icon } = kindWords[item.kind];
  const scale = scaleWords(item);
  return (
    <li className={cx(styles.item, isDifferent && styles.different)}>
      <span className={styles.kind} title={label}>
        <Icon size={15} aria-hidden />
        <VisuallyHidden>
          {label}
          {isDifferent ? ', different' : ''}:{' '}
        </VisuallyHidden>
      </span>
      <div>
        <p className={styles.prompt}>{item.prompt}</p>
        {answererNote(item) !== null && <p className={styles.answerer}>{answererNote(item)}</p>}
        {item.measure !== undefined && <p className={styles.answerer}>{measureNote(item.measure)}</p>}
        {scale !== null && (
          <ol className={styles.scale} aria-label="Steps">
            {scale.map((word, at) => (
              <li key={at}>{word}</li>
            ))}
          </ol>
        )}
      </div>
    </li>
  );
}
