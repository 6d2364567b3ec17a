import { MessagesSquare } from 'lucide-react';
import { BareButton } from '../../../../web/ui/bare-button.tsx';
import { formatDate, formatDay } from '../../../../web/ui/dates.ts';
import { PlainLink } from '../../../../web/ui/link.tsx';
import { MenuButton, MenuItem } from '../../../../web/ui/menu.tsx';
import type { ChartLayout } from './chart-layout.ts';
import styles from './number-chart.module.css';

export interface Mark {
  id: string;
  title: string;
  heldOn: string;
}

interface Cluster {
  x: number;
  marks: Mark[];
}

const apart = 30;

/** The one-on-ones on the time line, under the days they were held on; those that lie too near are one mark. */
export function MeetingMarks({ marks, layout }: { marks: readonly Mark[]; layout: ChartLayout }) {
  if (marks.length === 0) return null;
  return (
    <ul className={styles.marks} aria-label="One-on-ones on the time line">
      {clustersOf(marks, layout).map(({ x, marks: near }) => (
        <li key={near[0]?.id} style={{ insetInlineStart: x }}>
          <OneOrMany marks={near} />
        </li>
      ))}
    </ul>
  );
}

function OneOrMany({ marks }: { marks: readonly Mark[] }) {
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined) return null;
  if (marks.length === 1) {
    const words = `One-on-one of ${formatDate(first.heldOn)}: ${first.title}`;
    return (
      <PlainLink
        to="/one-on-ones/$oneOnOneId"
        params={{ oneOnOneId: first.id }}
        className={styles.mark ?? ''}
        aria-label={words}
        title={words}
      >
        <MessagesSquare size={14} aria-hidden />
      </PlainLink>
    );
  }
  return (
    <MenuButton
      label={`${marks.length} one-on-ones`}
      trigger={
        <BareButton
          className={styles.mark ?? ''}
          aria-label={`${marks.length} one-on-ones, ${formatDay(first.heldOn)} to ${formatDay(last.heldOn)}`}
        >
          <MessagesSquare size={14} aria-hidden />
          {marks.length}
        </BareButton>
      }
    >
      {marks.map(({ id, title, heldOn }) => (
        <MenuItem key={id} href={`/one-on-ones/${id}`} hint={formatDay(heldOn)}>
          {title}
        </MenuItem>
      ))}
    </MenuButton>
  );
}

function clustersOf(marks: readonly Mark[], layout: ChartLayout): Cluster[] {
  const clusters: (Cluster & { from: number })[] = [];
  for (const mark of marks) {
    const x = layout.xOf(mark.heldOn);
    const near = clusters.at(-1);
    if (near !== undefined && x - near.from < apart) {
      near.marks.push(mark);
      near.x = (near.from + x) / 2;
    } else {
      clusters.push({ x, from: x, marks: [mark] });
    }
  }
  return clusters;
}
