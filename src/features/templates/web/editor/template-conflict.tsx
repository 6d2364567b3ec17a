import { useEffect, useRef } from 'react';
import { cx } from '../../../../web/ui/cx.ts';
import { Button } from '../../../../web/ui/button.tsx';
import { formatWhen } from '../../../../web/ui/dates.ts';
import { Note } from '../../../../web/ui/note.tsx';
import { toast } from '../../../../web/ui/toast.ts';
import type { Template } from '../../contract.ts';
import { differencesIn } from '../../domain/compare-documents.ts';
import { savable } from '../../domain/document.ts';
import type { TemplateDocument } from '../../domain/document.ts';
import type { TemplateSaver } from '../saving/template-saver.ts';
import { documentOf } from '../saving/template-saver.ts';
import { TemplatePreview } from '../template-preview.tsx';
import { elementId, focusSoon } from './focus.ts';
import styles from './template-conflict.module.css';

interface TemplateConflictProps {
  mine: TemplateDocument;
  theirs: Template;
  saver: TemplateSaver;
}

/** The template was saved elsewhere while this was written here: both, and the choice. */
export function TemplateConflict({ mine, theirs, saver }: TemplateConflictProps) {
  const place = useRef<HTMLDivElement>(null);
  // The field that was written in has just given way to this.
  useEffect(() => place.current?.focus(), []);

  function take(choice: 'mine' | 'theirs') {
    const other = choice === 'mine' ? documentOf(theirs) : mine;
    saver.resolve(choice);
    focusSoon(elementId.title);
    toast(choice === 'mine' ? 'Kept what you wrote here' : 'Took what was saved elsewhere', () =>
      saver.change(() => other),
    );
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.conflict}>
      <Note look="caution">
        This template was saved in another window or on another device while you wrote here. What differs is
        marked; nothing is lost until you choose.
      </Note>
      <div className={styles.both}>
        <Version
          title="What you wrote here"
          when="Kept on this device"
          document={savable(mine)}
          beside={theirs}
          action={
            <Button look="primary" onPress={() => take('mine')}>
              Keep this
            </Button>
          }
        />
        <Version
          title="What was saved elsewhere"
          when={`Saved ${formatWhen(theirs.updatedAt)}`}
          document={theirs}
          beside={mine}
          action={<Button onPress={() => take('theirs')}>Take this</Button>}
        />
      </div>
    </div>
  );
}

interface VersionProps {
  title: string;
  when: string;
  document: TemplateDocument;
  beside: TemplateDocument;
  action: React.ReactNode;
}

function Version({ title, when, document, beside, action }: VersionProps) {
  const differences = differencesIn(document, beside);
  return (
    <section className={styles.version} aria-label={title}>
      <header className={styles.head}>
        <div>
          <h2>{title}</h2>
          <p>{when}</p>
        </div>
        {action}
      </header>
      <p className={cx(styles.title, differences.title && styles.different)}>{document.title}</p>
      {document.description !== '' && (
        <p className={cx(styles.description, differences.description && styles.different)}>
          {document.description}
        </p>
      )}
      {differences.shared && (
        <p className={styles.different}>{document.shared ? 'Shared with all team managers' : 'Private'}</p>
      )}
      <TemplatePreview sections={document.sections} different={differences.parts} />
    </section>
  );
}
