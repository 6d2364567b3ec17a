import { useQuery } from '@tanstack/react-query';
import { useWriting } from '../../../web/shell/writing.ts';
import { Button } from '../../../web/ui/button.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { SaveState, type Saving } from '../../../web/ui/save-state.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import type { PrivateNote } from '../contract.ts';
import type { NoteState } from './note-saver.ts';
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
  const { text, standing, savedAt, write, choose, leave } = usePrivateNote(oneOnOneId, myId, stored);
  return (
    <>
      <div className={styles.box}>
        <Editor
          value={text}
          onChange={write}
          onBlur={leave}
          labelledBy="private-note-title"
          placeholder="What you want to remember"
          autofocus
        />
      </div>
      <p className={styles.foot}>
        <span>Only you can read this, for ever.</span>
        {(savedAt !== null || standing.is !== 'saved') && (
          <SaveState saving={savingOf({ text, standing, savedAt })} />
        )}
      </p>
      {standing.is === 'conflict' && <TwoNotes theirs={standing.theirs} onChoose={choose} />}
    </>
  );
}

interface TwoNotesProps {
  theirs: PrivateNote;
  onChoose: (which: 'mine' | 'theirs') => void;
}

function TwoNotes({ theirs, onChoose }: TwoNotesProps) {
  const { Reader } = useWriting();
  return (
    <div className={styles.conflict} role="alert">
      <p>You changed this note elsewhere meanwhile. There it says:</p>
      <div className={styles.other}>
        {theirs.text === null ? <p>Nothing.</p> : <Reader doc={theirs.text} />}
      </div>
      <p className={styles.choice}>
        <Button size="s" onPress={() => onChoose('mine')}>
          Keep what is here
        </Button>
        <Button size="s" onPress={() => onChoose('theirs')}>
          Take that one
        </Button>
      </p>
    </div>
  );
}

function savingOf({ standing, savedAt }: NoteState): Saving {
  switch (standing.is) {
    case 'saved':
      return { is: 'saved', at: savedAt ?? new Date() };
    case 'unsaved':
    case 'sending':
      return { is: 'saving' };
    case 'offline':
      return { is: 'offline' };
    case 'conflict':
      return { is: 'failed', why: 'there are two versions' };
    case 'refused':
      return { is: 'failed', why: standing.why };
  }
}
