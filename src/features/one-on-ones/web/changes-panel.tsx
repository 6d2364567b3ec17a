import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../../web/shell/queries.ts';
import { VisuallyHidden } from '../../../web/ui/visually-hidden.tsx';
import { Badge } from '../../../web/ui/badge.tsx';
import { formatMoment, formatDate } from '../../../web/ui/dates.ts';
import { oneOnOneRoutes, type Change } from '../contract.ts';
import styles from './changes-panel.module.css';
import { useRecord } from './record-context.ts';
import { wordChanges } from './word-changes.ts';

/** For whoever approves: what differs from what they read the last time they were asked. */
export default function ChangesPanel() {
  const { record } = useRecord();
  const { data } = useQuery(queryOf(oneOnOneRoutes.changes, { params: { oneOnOneId: record.id } }));
  if (data === undefined || data.since === null) return null;
  const since = <time dateTime={data.since}>{formatMoment(data.since)}</time>;
  return (
    <section className={styles.panel} aria-labelledby="changes-title">
      <h2 id="changes-title" className={styles.title}>
        {data.items.length === 0 ? 'Nothing changed' : 'What changed'} since you were asked on {since}
      </h2>
      {data.items.length > 0 && (
        <ul className={styles.list}>
          {data.items.map((change, at) => (
            <li key={at}>
              <ChangeRow change={change} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const howWords = {
  added: { label: 'Added', tone: 'approved', shape: 'dot' },
  changed: { label: 'Changed', tone: 'pending', shape: 'half' },
  removed: { label: 'Removed', tone: 'danger', shape: 'ring' },
} as const;

function ChangeRow({ change }: { change: Change }) {
  const { label, tone, shape } = howWords[change.how];
  return (
    <>
      <p className={styles.what}>
        <Badge tone={tone} shape={shape}>
          {label}
        </Badge>
        <span>{labelOf(change)}</span>
      </p>
      <Comparison change={change} />
    </>
  );
}

function labelOf({ kind, label }: Change): string {
  switch (kind) {
    case 'section':
      return `Section “${label}”`;
    case 'action-item':
      return 'Action item';
    case 'file':
      return `File “${label}”`;
    default:
      return label;
  }
}

function Comparison({ change }: { change: Change }) {
  const before = textOf(change, change.before);
  const after = textOf(change, change.after);
  if ((change.kind === 'section' || change.kind === 'file') && change.how !== 'changed') return null;
  if (before === null && after === null) return null;
  const pieces = change.kind === 'date' ? null : wordChanges(before ?? '', after ?? '');
  if (pieces === null) {
    return (
      <dl className={styles.two}>
        <dt>Before</dt>
        <dd>{before ?? 'Nothing'}</dd>
        <dt>Now</dt>
        <dd>{after ?? 'Nothing'}</dd>
      </dl>
    );
  }
  return (
    <p className={styles.words}>
      {pieces.map(({ text, how }, at) =>
        how === 'same' ? (
          <span key={at}>{text}</span>
        ) : how === 'added' ? (
          <ins key={at}>
            <VisuallyHidden>added: </VisuallyHidden>
            {text}
          </ins>
        ) : (
          <del key={at}>
            <VisuallyHidden>removed: </VisuallyHidden>
            {text}
          </del>
        ),
      )}
    </p>
  );
}

function textOf({ kind }: Change, text: string | null): string | null {
  return text !== null && kind === 'date' ? formatDate(text) : text;
}
