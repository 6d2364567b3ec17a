import { useState } from 'react';
import { Compose } from '../../../web/shell/compose.tsx';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { TextButton } from '../../../web/ui/text-button.tsx';
import { useAction } from '../../../web/ui/use-action.ts';
import { When } from '../../../web/ui/when.tsx';
import type { Item, OneOnOne } from '../../one-on-ones/contract.ts';
import { keptAs } from './comment-queries.ts';
import { CommentView } from './comment-view.tsx';
import styles from './thread.module.css';
import { useComments } from './use-comments.ts';

interface ThreadProps {
  record: OneOnOne;
  myId: string;
  item: Item;
  isWriting: boolean;
  hasWritten: boolean;
  onWriting: (isWriting: boolean) => void;
}

/** What the two say of an item, beside the record. Settled, it folds to a line. */
export default function Thread({ record, myId, item, isWriting, hasWritten, onWriting }: ThreadProps) {
  const thread = useComments(record, myId, item.id);
  const { run, error } = useAction();
  const [isUnfolded, setUnfolded] = useState(false);
  const { comments, resolution } = thread;
  const { comment: mayComment } = record.abilities;
  const count = comments.length === 1 ? '1 comment' : `${comments.length} comments`;
  if (resolution !== null && !isUnfolded && !isWriting) {
    const by = resolution.by.id === myId ? 'you' : resolution.by.name;
    return (
      <p className={styles.folded}>
        {count}, resolved by {by} <When at={resolution.at} />{' '}
        <TextButton aria-label={`Show the comments on: ${item.prompt}`} onPress={() => setUnfolded(true)}>
          Show
        </TextButton>
      </p>
    );
  }
  return (
    <section className={styles.thread} aria-label={`Comments on: ${item.prompt}`}>
      {comments.length > 0 && (
        <ol className={styles.list}>
          {comments.map((comment) => (
            <li key={comment.id}>
              <CommentView
                comment={comment}
                myId={myId}
                onChange={async (text) => thread.change(comment, text)}
                onRemove={() => thread.remove(comment)}
              />
            </li>
          ))}
        </ol>
      )}
      {error !== null && <InlineError error={error} />}
      {isWriting && mayComment ? (
        <Compose
          label={`Comment on: ${item.prompt}`}
          placeholder="Only the two of you read comments"
          submitLabel="Comment"
          personId={myId}
          keptAs={keptAs(record.id, item.id)}
          autofocus
          onSubmit={async (text) => {
            await thread.add(text);
            onWriting(false);
          }}
          onCancel={() => onWriting(false)}
        />
      ) : (
        <p className={styles.acts}>
          {mayComment && (
            <TextButton
              aria-label={`Answer the comments on: ${item.prompt}`}
              autoFocus={hasWritten}
              onPress={() => onWriting(true)}
            >
              Answer
            </TextButton>
          )}
          {mayComment && comments.length > 0 && resolution === null && (
            <TextButton
              aria-label={`Resolve the comments on: ${item.prompt}`}
              onPress={() => {
                setUnfolded(false);
                void run(thread.resolve);
              }}
            >
              Resolve
            </TextButton>
          )}
          {mayComment && resolution !== null && (
            <TextButton
              aria-label={`Open the comments again on: ${item.prompt}`}
              onPress={() => void run(thread.reopen)}
            >
              Open again
            </TextButton>
          )}
          {resolution !== null && <TextButton onPress={() => setUnfolded(false)}>Fold</TextButton>}
        </p>
      )}
    </section>
  );
}
