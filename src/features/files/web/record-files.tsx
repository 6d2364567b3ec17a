import { useEffect, useRef } from 'react';
import { cx } from '../../../web/ui/cx.ts';
import { InlineError } from '../../../web/ui/inline-error.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { useFocusAfterRemoval } from '../../../web/ui/use-focus-after-removal.ts';
import type { OneOnOne } from '../../one-on-ones/contract.ts';
import { AddFiles } from './add-files.tsx';
import { FileRow } from './file-row.tsx';
import type { Handed } from './files-slot.tsx';
import styles from './record-files.module.css';
import { SendingRow } from './sending-row.tsx';
import { useFiles } from './use-files.ts';

interface RecordFilesProps {
  record: OneOnOne;
  /** A file is held over the page. */
  isOver: boolean;
  /** What was dropped or pasted last. */
  handed: Handed | null;
}

/** What the two keep beside the words: papers, pictures, numbers. */
export default function RecordFiles({ record, isOver, handed }: RecordFilesProps) {
  const { files, loadError, reload, error, uploads, remove } = useFiles(record.id);
  const mayAdd = record.abilities.changeFiles;
  const sending = uploads.all();
  const { ref, removing } = useFocusAfterRemoval(files?.length ?? 0);
  useTakeOver(handed, uploads.add);
  const isEmpty = files?.length === 0 && sending.length === 0;
  if (!mayAdd && isEmpty) return null;
  return (
    <section className={cx(styles.section, isOver && styles.over)} aria-labelledby="files-title" ref={ref}>
      <h2 id="files-title" className={styles.title}>
        Files {files !== undefined && files.length > 0 && <small>{files.length}</small>}
      </h2>
      {loadError !== null && files === undefined && <InlineError error={loadError} onRetry={reload} />}
      {files === undefined && loadError === null && <Skeleton lines={2} />}
      {isEmpty && !isOver && (
        <p className={styles.empty}>
          Nothing is attached.
          <span className={styles.byMouse}> Drop a file anywhere on this page, or paste a picture.</span>
        </p>
      )}
      {isOver && <p className={styles.drop}>Let go to add it to this one-on-one.</p>}
      {(files?.length ?? 0) + sending.length > 0 && (
        <ul className={styles.list}>
          {files?.map((file, at) => (
            <FileRow
              key={file.id}
              file={file}
              oneOnOneId={record.id}
              mayDelete={mayAdd && file.abilities.delete}
              onDelete={() => {
                removing(at);
                remove(file);
              }}
            />
          ))}
          {sending.map((one) => (
            <SendingRow
              key={one.key}
              sending={one}
              onCancel={() => uploads.cancel(one.key)}
              onRetry={() => uploads.retry(one.key)}
            />
          ))}
        </ul>
      )}
      {error !== null && <InlineError error={error} />}
      {mayAdd && <AddFiles onAdd={uploads.add} />}
    </section>
  );
}

/** Each handful once, also where the page draws twice. */
function useTakeOver(handed: Handed | null, add: (files: readonly File[]) => void): void {
  const taken = useRef<Handed | null>(null);
  useEffect(() => {
    if (handed === null || handed === taken.current) return;
    taken.current = handed;
    add(handed.files);
  }, [handed, add]);
}
