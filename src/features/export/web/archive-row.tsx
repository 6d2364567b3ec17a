import { CircleAlert, FileArchive } from 'lucide-react';
import { assertNever } from '../../../shared/assert-never.ts';
import { addressOf } from '../../../web/shell/call.ts';
import { buttonClass } from '../../../web/ui/button-class.ts';
import { Button } from '../../../web/ui/button.tsx';
import { formatMoment } from '../../../web/ui/dates.ts';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import { exportRoutes as routes } from '../contract.ts';
import type { Archive } from '../contract.ts';
import { isUnderWay } from '../domain/archives.ts';
import { formatWords, kindWords } from './archive-words.ts';
import styles from './your-data.module.css';

export function ArchiveRow({ archive, onRemove }: { archive: Archive; onRemove: () => void }) {
  const { id, what, format, state, done, total } = archive;
  const name = `${kindWords[what].label}, ${formatWords[format]}`;
  return (
    <li className={styles.archive}>
      {state === 'failed' ? <CircleAlert size={18} aria-hidden /> : <FileArchive size={18} aria-hidden />}
      <div className={styles.words}>
        <b>{name}</b>
        {isUnderWay(state) && (
          <progress
            className={styles.progress}
            aria-label={name}
            {...(total > 0 && { value: done, max: total })}
          />
        )}
        <small>{stateWords(archive)}</small>
        {/* Told once, when there is something to do; not with every part that is done. */}
        <VisuallyHidden>
          <output>{isUnderWay(state) ? '' : `${name}: ${state === 'ready' ? 'ready' : 'failed'}`}</output>
        </VisuallyHidden>
      </div>
      <div className={styles.acts}>
        {state === 'ready' && (
          <a
            className={buttonClass('primary', 's')}
            href={addressOf(routes.archive.path, { exportId: id })}
            download=""
            aria-label={`Download ${name}`}
          >
            Download
          </a>
        )}
        <Button
          size="s"
          onPress={onRemove}
          aria-label={`${isUnderWay(state) ? 'Cancel' : state === 'ready' ? 'Delete' : 'Dismiss'} ${name}`}
        >
          {isUnderWay(state) ? 'Cancel' : state === 'ready' ? 'Delete' : 'Dismiss'}
        </Button>
      </div>
    </li>
  );
}

function stateWords({ state, done, total, expiresAt }: Archive): string {
  switch (state) {
    case 'waiting':
      return 'About to start. You can leave this page, but stay signed in.';
    case 'running':
      return `${done} of ${total}. You can leave this page, but stay signed in.`;
    case 'ready':
      return `Ready until ${formatMoment(expiresAt)}`;
    case 'failed':
      return 'This did not work. An export ends when you sign out, and after an hour. Start it again.';
    default:
      return assertNever(state);
  }
}
