import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface Column<Row> {
  id: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end. */
  align?: 'end';
  /** On a phone, where a row is a card, the label stands before the value. */
  phoneLabel?: boolean;
  /** The label is for screen readers only (a column of buttons). */
  hideLabel?: boolean;
  /** On a phone it stands in the card's corner, beside the first column. */
  phoneCorner?: boolean;
}

interface TableProps<Row> {
  /** What the table holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The first column's cell is a link that stands for the whole row. */
  linked?: boolean;
}

/** A dense list of facts; on a phone each row is a card. */
export function Table<Row>({ label, columns, rows, rowKey, linked = false }: TableProps<Row>) {
  return (
    <table className={cx(styles.table, linked && styles.linked)} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={cx(column.align && styles.end)}>
              {column.hideLabel ? <VisuallyHidden>{column.label}</VisuallyHidden> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td
                key={column.id}
                className={cx(column.align && styles.end, column.phoneCorner && styles.phoneCorner)}
              >
                <Cell column={column} content={column.cell(row)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, content }: { column: Column<Row>; content: ReactNode }) {
  if (!column.phoneLabel || content === null || content === undefined) return content;
  return (
    <>
      <span className={styles.phoneLabel} aria-hidden="true">
        {column.label}
      </span>
      {content}
    </>
  );
}
