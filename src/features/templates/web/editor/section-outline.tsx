import { SortableList } from '../../../../web/ui/sortable-list.tsx';
import { TextButton } from '../../../../web/ui/text-button.tsx';
import { untitledSection } from '../../domain/document.ts';
import { useEditing } from './editor-context.ts';
import { elementId } from './focus.ts';
import styles from './section-outline.module.css';

/** The sections alone, to go to one and to put them in order. */
export function SectionOutline() {
  const { sections } = useEditing();
  if (sections.length < 2) return null;
  return (
    <nav aria-label="Sections" className={styles.outline}>
      <h2 className={styles.title}>Sections</h2>
      <SectionOrder />
    </nav>
  );
}

/** The same where there is no room beside the page. */
export function SectionOutlineInPage() {
  const { sections } = useEditing();
  if (sections.length < 2) return null;
  return (
    <details className={styles.inPage}>
      <summary>Order of the sections</summary>
      <SectionOrder />
    </details>
  );
}

function SectionOrder() {
  const { sections, structure } = useEditing();
  return (
    <SortableList
      label="Sections, in order"
      listId="sections"
      items={sections}
      nameOf={(section) => section.title || untitledSection}
      dragType="template-section"
      onMove={(id, _, index) => structure.moveSection(id, index)}
    >
      {(section, handle) => (
        <div className={styles.row}>
          {handle}
          <TextButton onPress={() => document.getElementById(elementId.sectionTitle(section.id))?.focus()}>
            {section.title || untitledSection}
          </TextButton>
          <small>{section.items.length}</small>
        </div>
      )}
    </SortableList>
  );
}
