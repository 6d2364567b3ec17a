import { BadgeCheck, Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { formatMoment } from '../../../web/ui/dates.ts';
import { IconButton } from '../../../web/ui/icon-button.tsx';
import styles from './approval-line.module.css';
import { voiceOf } from './pair.ts';
import { useRecord } from './record-context.ts';
import { cx } from '../../../web/ui/cx.ts';

/** Who approved it and when, with what remark, and the fingerprint of what was approved. */
export function ApprovalLine() {
  const { record, myId } = useRecord();
  const { approval } = record;
  if (approval === null) return null;
  const isMine = approval.by.id === myId;
  return (
    <section aria-label="Approval" className={styles.approval}>
      <p className={styles.who}>
        <BadgeCheck size={18} aria-hidden />
        <span>
          {isMine ? 'You' : approval.by.name} approved this on{' '}
          <time dateTime={approval.at}>{formatMoment(approval.at)}</time>. Nobody can change it any more.
        </span>
      </p>
      {approval.remark !== null && (
        <blockquote className={cx(styles.remark, styles[voiceOf(approval.by.id, myId)])}>
          {approval.remark}
        </blockquote>
      )}
      <Digest digest={approval.digest} />
    </section>
  );
}

function Digest({ digest }: { digest: string }) {
  const [isCopied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(digest);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return (
    <p className={styles.digest}>
      Fingerprint of the content <code title={digest}>{shortDigest(digest)}</code>
      <IconButton
        size="s"
        label={isCopied ? 'Copied' : 'Copy the whole fingerprint'}
        onPress={() => void copy()}
      >
        {isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      </IconButton>
    </p>
  );
}

/** `v1:` and enough of the hash to compare by eye. */
function shortDigest(digest: string): string {
  const [form = '', hash = ''] = digest.split(':');
  return `${form}:${hash.slice(0, 8)}…${hash.slice(-4)}`;
}
