import styles from './sparkline.module.css';

interface SparklineProps {
  /** Oldest first; null where there is none. */
  values: readonly (number | null)[];
  /** What was aimed for, beside each value. */
  targets?: readonly (number | null)[];
  /** The last value is of a period that still runs: its line is dotted. */
  isRunning?: boolean;
  /** What it shows, in one sentence. */
  label: string;
}

const width = 120;
const height = 32;
/** Room for the dot of the last value. */
const edge = 4;

/** A line of values, gaps left open, with what was aimed for dashed behind it. The numbers stand beside it in words. */
export function Sparkline({ values, targets = [], isRunning = false, label }: SparklineProps) {
  const all = [...values, ...targets].filter((value) => value !== null);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const x = (at: number) => edge + (at * (width - 2 * edge)) / Math.max(1, values.length - 1);
  const y = (value: number) =>
    high === low ? height / 2 : height - edge - ((value - low) * (height - 2 * edge)) / (high - low);
  const last = values.findLastIndex((value) => value !== null);
  const lastValue = values[last] ?? null;
  const beforeLast = values[last - 1] ?? null;
  const endsRunning = isRunning && last === values.length - 1;
  const settled = endsRunning && beforeLast !== null ? values.with(last, null) : values;
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here; an img would need a file
      role="img"
      aria-label={label}
    >
      {pathsOf(targets, x, y).map((path) => (
        <path key={path} className={styles.target} d={path} />
      ))}
      {endsRunning && beforeLast !== null && lastValue !== null && (
        <path className={styles.running} d={`M${x(last - 1)} ${y(beforeLast)}L${x(last)} ${y(lastValue)}`} />
      )}
      {pathsOf(settled, x, y).map((path) => (
        <path key={path} className={styles.line} d={path} />
      ))}
      {lastValue !== null && <path className={styles.dot} d={`M${x(last)} ${y(lastValue)}h0.01`} />}
    </svg>
  );
}

/** One path for each run of values; a value alone is a point. */
function pathsOf(
  values: readonly (number | null)[],
  x: (at: number) => number,
  y: (value: number) => number,
): string[] {
  const paths: string[] = [];
  let path = '';
  values.forEach((value, at) => {
    if (value === null) {
      if (path !== '') paths.push(path);
      path = '';
      return;
    }
    const point = `${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    path += path === '' ? `M${point}h0.01` : `L${point}`;
  });
  return path === '' ? paths : [...paths, path];
}
