import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Breadcrumbs } from '../../../../web/ui/breadcrumbs.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { InPlaceText } from '../../../../web/ui/in-place-text.tsx';
import { Link } from '../../../../web/ui/link.tsx';
import { Page } from '../../../../web/ui/page.tsx';
import { SaveState } from '../../../../web/ui/save-state.tsx';
import type { Template } from '../../contract.ts';
import { untitledTemplate } from '../../domain/document.ts';
import { maxSections } from '../../domain/items.ts';
import type { TemplateSaver } from '../saving/template-saver.ts';
import { useTemplateDraft } from '../saving/use-template-draft.ts';
import { EditorContext } from './editor-context.ts';
import { elementId } from './focus.ts';
import { SectionEditor } from './section-editor.tsx';
import { SectionOutline, SectionOutlineInPage } from './section-outline.tsx';
import { SharingBar } from './sharing-bar.tsx';
import { structureOf } from './structure.ts';
import { TemplateConflict } from './template-conflict.tsx';
import styles from './template-editor.module.css';
import { TemplateTitle } from './template-title.tsx';

interface TemplateEditorProps {
  template: Template;
  /** What leads on from here: to the one-on-one that waits for it. */
  actions: (saver: TemplateSaver) => ReactNode;
}

/** A template of one's own, edited where it stands; saved by itself. */
export function TemplateEditor({ template, actions }: TemplateEditorProps) {
  const { saver, document, saving, conflict } = useTemplateDraft(template);
  const structure = useMemo(() => structureOf(saver), [saver]);
  const editing = useMemo(() => ({ sections: document.sections, structure }), [document.sections, structure]);
  const title = document.title.trim() || untitledTemplate;
  return (
    <EditorContext value={editing}>
      <Page {...(conflict === null ? { width: 'reading', rail: <SectionOutline /> } : { width: 'wide' })}>
        <div className={styles.above}>
          <Breadcrumbs>
            <Link to="/templates">Templates</Link>
            {title}
          </Breadcrumbs>
          <SaveState saving={saving} />
        </div>
        <TemplateTitle title={title} />
        {conflict === null ? (
          <>
            <div className={styles.words}>
              <InPlaceText
                id={elementId.title}
                look="title"
                label="Title of the template"
                placeholder={untitledTemplate}
                maxLength={200}
                value={document.title}
                onChange={(words) => saver.change((before) => ({ ...before, title: words }))}
              />
              <InPlaceText
                label="When to use it"
                placeholder="When to use it: for which meeting, how often, how long"
                multiline
                maxLength={2000}
                value={document.description}
                onChange={(words) => saver.change((before) => ({ ...before, description: words }))}
              />
            </div>
            <SharingBar template={template} document={document} saver={saver}>
              {actions(saver)}
            </SharingBar>
            <SectionOutlineInPage />
            {document.sections.map((section) => (
              <SectionEditor key={section.id} section={section} />
            ))}
            <AddSection count={document.sections.length} onAdd={() => structure.addSection()} />
          </>
        ) : (
          <TemplateConflict mine={document} theirs={conflict} saver={saver} />
        )}
      </Page>
    </EditorContext>
  );
}

function AddSection({ count, onAdd }: { count: number; onAdd: () => void }) {
  if (count >= maxSections)
    return <p className={styles.end}>A template holds at most {maxSections} sections.</p>;
  return (
    <div className={styles.end}>
      <Button id={elementId.addSection} onPress={onAdd}>
        <Plus size={15} aria-hidden />
        Add a section
      </Button>
    </div>
  );
}
