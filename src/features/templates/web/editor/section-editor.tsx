import { InPlaceText } from '../../../../web/ui/in-place-text.tsx';
import { SortableList } from '../../../../web/ui/sortable-list.tsx';
import { untitledSection } from '../../domain/document.ts';
import type { Section } from '../../domain/sections.ts';
import { kindWords } from '../kind-words.ts';
import { AddItem } from './add-item.tsx';
import { useEditing } from './editor-context.ts';
import { elementId, focusSoon } from './focus.ts';
import { ItemRow } from './item-row.tsx';
import styles from './section-editor.module.css';
import { SectionMenu } from './section-menu.tsx';

export function SectionEditor({ section }: { section: Section }) {
  const { structure } = useEditing();
  const title = section.title === untitledSection ? '' : section.title;
  return (
    <section className={styles.section} aria-label={section.title || untitledSection}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <InPlaceText
            id={elementId.sectionTitle(section.id)}
            look="heading"
            label="Title of the section"
            placeholder={untitledSection}
            maxLength={200}
            value={title}
            onChange={(words) => structure.changeSection(section.id, { title: words })}
            onEnter={() => focusSoon(`guidance-${section.id}`)}
          />
        </h2>
        <span className={styles.menu}>
          <SectionMenu section={section} />
        </span>
      </div>
      <InPlaceText
        id={`guidance-${section.id}`}
        look="quiet"
        label={`Guidance for ${section.title || untitledSection}`}
        placeholder="Guidance: how to lead this part. Only the manager of a one-on-one sees it."
        multiline
        maxLength={4000}
        value={section.guidance ?? ''}
        onChange={(guidance) => structure.changeSection(section.id, { guidance })}
      />
      <div className={styles.items}>
        <SortableList
          label={`Items of ${section.title || untitledSection}`}
          listId={section.id}
          items={section.items}
          nameOf={(item) => item.prompt || kindWords[item.kind].label}
          dragType="template-item"
          onMove={(id, sectionId, index) => structure.moveItem(id, { sectionId, index })}
          empty={<p className={styles.empty}>Nothing to discuss here yet. Items can be dragged here.</p>}
        >
          {(item, handle) => <ItemRow item={item} handle={handle} />}
        </SortableList>
      </div>
      <AddItem section={section} />
    </section>
  );
}
