import { Ellipsis, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { RichText } from '../../rich-text/domain/rich-text.ts';
import { Compose } from '../../../web/shell/compose.tsx';
import { keptTextOf } from '../../../web/shell/kept-text.ts';
import { useWriting } from '../../../web/shell/writing.ts';
import { afterMenu } from '../../../web/ui/after-menu.ts';
import { formatMoment } from '../../../web/ui/dates.ts';
import { Face } from '../../../web/ui/face.tsx';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { MenuButton, MenuItem } from '../../../web/ui/menu.tsx';
import { When } from '../../../web/ui/when.tsx';
import type { Comment } from '../contract.ts';
import styles from './thread.module.css';

interface CommentViewProps {
  comment: Comment;
  myId: string;
  onChange: (text: RichText) => Promise<void>;
  onRemove: () => void;
}

export function CommentView({ comment, myId, onChange, onRemove }: CommentViewProps) {
  const { Reader } = useWriting();
  const keptAs = `comment-change/${comment.id}`;
  const [isEditing, setEditing] = useState(() => comment.abilities.edit && keptTextOf(myId, keptAs) !== null);
  const [hasEdited, setHasEdited] = useState(false);
  const isMine = comment.author.id === myId;
  const stopEditing = () => {
    setEditing(false);
    setHasEdited(true);
  };
  return (
    <div className={styles.comment}>
      <Face name={comment.author.name} as={isMine ? 'mine' : 'theirs'} personId={comment.author.id} />
      <div className={styles.said}>
        <p className={styles.who}>
          <strong>{isMine ? 'You' : comment.author.name}</strong> <When at={comment.createdAt} />
          {comment.editedAt !== null && <small title={formatMoment(comment.editedAt)}> changed</small>}
        </p>
        {isEditing ? (
          <Compose
            label="Your comment"
            placeholder="Your comment"
            submitLabel="Save"
            personId={myId}
            keptAs={keptAs}
            start={comment.text}
            autofocus
            onSubmit={async (text) => {
              await onChange(text);
              stopEditing();
            }}
            onCancel={stopEditing}
          />
        ) : (
          <div className={styles.words}>
            <Reader doc={comment.text} />
          </div>
        )}
      </div>
      {comment.abilities.edit && !isEditing && (
        <MenuButton
          label="Change your comment"
          trigger={
            <IconButton size="s" label="Change your comment" autoFocus={hasEdited}>
              <Ellipsis size={16} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem
            icon={<PenLine size={15} aria-hidden />}
            onAction={() => afterMenu(() => setEditing(true))}
          >
            Change
          </MenuItem>
          <MenuItem
            look="danger"
            icon={<Trash2 size={15} aria-hidden />}
            onAction={() => afterMenu(onRemove)}
          >
            Delete
          </MenuItem>
        </MenuButton>
      )}
    </div>
  );
}
