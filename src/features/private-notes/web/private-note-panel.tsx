import { useQuery } from '@tanstack/react-query';
import { useWriting } from '../../../web/shell/writing.ts';
import { savingOf } from '../../../web/shell/use-words-saver.ts';
import { BothVersions } from '../../../web/ui/both-versions.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { SaveState, type Saving } from '../../../web/ui/save-state.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import type { PrivateNote } from '../contract.ts';
import type { NoteWords } from './note-words.ts';
import styles from './private-note.module.css';
import { noteQuery, usePrivateNote } from './use-private-note.ts';

interface PanelProps {
  oneOnOneId: string;
  myId: string;
}

export default function PrivateNotePanel({ oneOnOneId, myId }: PanelProps) {
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    ...noteQuery(oneOnOneId),
    // What is on this page is written on; a fresher one is found out by its version.
    refetchOnWindowFocus: false,
    refetchOnMount: 'always',
  });
  if (data === undefined && error !== null) {
    return <InlineError error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined || !isFetchedAfterMount) return <Skeleton lines={2} />;
  return <Note oneOnOneId={oneOnOneId} myId={myId} stored={data} />;
}

function Note({ oneOnOneId, myId, stored }: PanelProps & { stored: PrivateNote }) {
  const { Editor } = useWriting();
  const { words, standing, saver } = usePrivateNote(oneOnOneId, myId, stored);
  const saving = savingOf(standing) ?? (stored.updatedAt === null ? null : savedAt(stored.updatedAt));
  return (
    <>
      <div className={styles.box}>
        <Editor
          value={words.text}
          onChange={(text) => saver.write({ text })}
          onBlur={() => void saver.flush(false)}
          labelledBy="private-note-title"
          placeholder="What you want to remember"
          autofocus
        />
      </div>
      <p className={styles.foot}>
        <span>Only you can read this, for ever.</span>
        {saving !== null && <SaveState saving={saving} />}
      </p>
      {standing.is === 'conflict' && <TwoNotes theirs={standing.theirs.words} onChoose={saver.choose} />}
    </>
  );
}

function savedAt(at: string): Saving {
  return { is: 'saved', at };
}

interface TwoNotesProps {
  theirs: NoteWords;
  onChoose: (which: 'mine' | 'theirs') => void;
}

function TwoNotes({ theirs: { text }, onChoose }: TwoNotesProps) {
  const { Reader } = useWriting();
  return (
    <BothVersions words="You changed this note elsewhere meanwhile. There it says:" onChoose={onChoose}>
      {text === null ? <p>Nothing.</p> : <Reader doc={text} />}
    </BothVersions>
  );
}
