import { RotateCw, X } from 'lucide-react';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import { sizeInWords } from '../domain/size-in-words.ts';
import { FileMark } from './file-mark.tsx';
import styles from './file-row.module.css';
import type { Sending } from './uploads.ts';

interface SendingRowProps {
  sending: Sending;
  onCancel: () => void;
  onRetry: () => void;
}

/** A file on its way, or one that did not arrive. */
export function SendingRow({ sending, onCancel, onRetry }: SendingRowProps) {
  const { name, size, share, fault, mayRetry } = sending;
  return (
    <li className={styles.row}>
      <FileMark name={name} />
      <div className={styles.what}>
        <p className={styles.name}>{name}</p>
        {fault === null ? (
          <p className={styles.facts}>
            <progress className={styles.progress} value={share ?? 0} aria-label={`Sending ${name}`} />
            {share === null ? 'Waiting' : `${Math.round(share * 100)} % of ${sizeInWords(size)}`}
          </p>
        ) : (
          <p className={styles.fault} role="alert">
            Not sent. {fault}
          </p>
        )}
      </div>
      {fault !== null && mayRetry && (
        <IconButton size="s" label={`Send ${name} again`} onPress={onRetry}>
          <RotateCw size={15} aria-hidden />
        </IconButton>
      )}
      <IconButton
        size="s"
        label={fault === null ? `Stop sending ${name}` : `Forget ${name}`}
        onPress={onCancel}
      >
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  );
}
