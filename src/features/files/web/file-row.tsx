import { Trash2 } from 'lucide-react';
import { addressOf } from '../../../web/shell/call.ts';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { When } from '../../../web/ui/when.tsx';
import { fileRoutes as routes, type RecordFile } from '../contract.ts';
import { sizeInWords } from '../domain/size-in-words.ts';
import { FileMark } from './file-mark.tsx';
import styles from './file-row.module.css';

interface FileRowProps {
  file: RecordFile;
  oneOnOneId: string;
  mayDelete: boolean;
  onDelete: () => void;
}

export function FileRow({ file, oneOnOneId, mayDelete, onDelete }: FileRowProps) {
  const params = { oneOnOneId, fileId: file.id };
  const preview = addressOf(routes.preview.path, params);
  return (
    <li className={styles.row}>
      {file.isImage ? (
        <a href={preview} target="_blank" rel="noreferrer" aria-label={`See ${file.name}`}>
          <img className={styles.preview} src={preview} alt="" loading="lazy" decoding="async" />
        </a>
      ) : (
        <FileMark name={file.name} />
      )}
      <div className={styles.what}>
        <a className={styles.name} href={addressOf(routes.download.path, params)} download={file.name}>
          {file.name}
        </a>
        <p className={styles.facts}>
          {sizeInWords(file.size)}, added by {file.addedBy.name} <When at={file.addedAt} />
        </p>
      </div>
      {mayDelete && (
        <IconButton size="s" label={`Delete ${file.name}`} onPress={onDelete}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
