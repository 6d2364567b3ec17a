import { Suspense, useState } from 'react';
import { late } from '../../../web/ui/late.ts';
import type { PreviousAnswer, Section } from '../contract.ts';
import { ConsentNote } from './consent-note.tsx';
import { InlineName } from './inline-name.tsx';
import { ItemView } from './item-view.tsx';
import { useRecord } from './record-context.ts';
import styles from './section-view.module.css';
import menuStyles from './structure-menu.module.css';
import { focusMenuOf } from './structure/use-move-keys.ts';

const AddItem = late(() => import('./add-item.tsx'));
const SectionMenu = late(() => import('./section-menu.tsx'));

interface SectionViewProps {
  section: Section;
  previous: ReadonlyMap<string, PreviousAnswer>;
}

export function SectionView({ section, previous }: SectionViewProps) {
  const { record, structure } = useRecord();
  const [isRenaming, setRenaming] = useState(false);
  const { edit } = record.abilities;
  const items = section.items.filter(({ id }) => !structure.isRemoved(id));
  return (
    <section className={styles.section} aria-labelledby={`title-${section.id}`}>
      <div className={styles.head} data-section-head>
        <h2 id={`title-${section.id}`} className={styles.title}>
          {isRenaming ? (
            <InlineName
              label="Title of the section"
              value={section.title}
              maxLength={200}
              onSave={(title) => structure.renameSection(section.id, title)}
              onClose={(byKey) => {
                setRenaming(false);
                if (byKey) focusMenuOf(section.id);
              }}
            />
          ) : (
            section.title
          )}
        </h2>
        {edit && (
          <Suspense fallback={<span className={menuStyles.place} />}>
            <SectionMenu section={section} onRename={() => setRenaming(true)} />
          </Suspense>
        )}
      </div>
      {section.guidance !== null && <p className={styles.guidance}>{section.guidance}</p>}
      <ConsentNote place={section.id} />
      {items.map((item) => (
        <ItemView key={item.id} item={item} previous={previous.get(item.id)} />
      ))}
      {items.length === 0 && <p className={styles.empty}>Nothing to discuss here yet.</p>}
      {edit && (
        <Suspense fallback={<div className={styles.adding} />}>
          <AddItem section={section} />
        </Suspense>
      )}
    </section>
  );
}
