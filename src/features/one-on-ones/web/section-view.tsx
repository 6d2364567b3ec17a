import { useState } from 'react';
import type { PreviousAnswer, Section } from '../contract.ts';
import { AddItem } from './add-item.tsx';
import { ConsentNote } from './consent-note.tsx';
import { InlineName } from './inline-name.tsx';
import { ItemView } from './item-view.tsx';
import { useRecord } from './record-context.ts';
import { SectionMenu } from './section-menu.tsx';
import styles from './section-view.module.css';
import { focusMenuOf } from './structure/use-move-keys.ts';

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
        {edit && <SectionMenu section={section} onRename={() => setRenaming(true)} />}
      </div>
      {section.guidance !== null && <p className={styles.guidance}>{section.guidance}</p>}
      <ConsentNote place={section.id} />
      {items.map((item) => (
        <ItemView key={item.id} item={item} previous={previous.get(item.id)} />
      ))}
      {items.length === 0 && <p className={styles.empty}>Nothing to discuss here yet.</p>}
      {edit && <AddItem section={section} />}
    </section>
  );
}
