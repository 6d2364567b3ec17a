import type { Figures } from '../../../kpis/domain/figures.ts';
import { shortPeriod, shortValue } from './axis-words.ts';
import type { ChartLayout, ChartPlace } from './chart-layout.ts';
import styles from './number-chart.module.css';

interface ChartDrawingProps {
  figures: Figures;
  layout: ChartLayout;
  /** The period that is pointed at. */
  chosen: number | null;
  label: string;
}

/** Bars or a line, targets as steps, what still runs marked as running. */
export function ChartDrawing({ figures, layout, chosen, label }: ChartDrawingProps) {
  const { width, height, plot, places, band } = layout;
  const pointed = chosen === null ? undefined : places[chosen];
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here; an img would need a file
      role="img"
      aria-label={label}
    >
      {pointed !== undefined && (
        <rect
          className={styles.pointed}
          x={pointed.left}
          y={plot.top}
          width={band}
          height={plot.bottom - plot.top}
        />
      )}
      {layout.ticks.map(({ value, y }) => (
        <g key={value}>
          <line
            className={styles.grid}
            data-zero={value === 0}
            x1={plot.left}
            x2={plot.right}
            y1={y}
            y2={y}
          />
          <text className={styles.tick} x={plot.left - 8} y={y} dominantBaseline="middle" textAnchor="end">
            {shortValue(figures.kpi, value)}
          </text>
        </g>
      ))}
      {layout.hasBars
        ? places.map((place) => <Bar key={place.startsOn} layout={layout} place={place} />)
        : drawLine(layout)}
      <path className={styles.target} d={layout.targetPath} />
      <PeriodAxis figures={figures} layout={layout} />
    </svg>
  );
}

function Bar({ layout, place }: { layout: ChartLayout; place: ChartPlace }) {
  if (place.y === null) return null;
  const top = Math.min(place.y, layout.zero);
  // Nought is there too, as a line on the ground.
  const length = Math.max(1.5, Math.abs(place.y - layout.zero));
  return (
    <rect
      className={styles.bar}
      data-running={place.isRunning}
      x={place.x - layout.bar / 2}
      y={place.y <= layout.zero ? Math.min(top, layout.zero - 1.5) : top}
      width={layout.bar}
      height={length}
      rx={Math.min(3, layout.bar / 4)}
    />
  );
}

function drawLine({ linePath, runningPath, places }: ChartLayout) {
  return (
    <>
      <path className={styles.line} d={linePath} />
      <path className={styles.line} data-running="true" d={runningPath} />
      {places.map(({ startsOn, x, y, isRunning }) =>
        y === null ? null : (
          <circle key={startsOn} className={styles.point} data-running={isRunning} cx={x} cy={y} r={4} />
        ),
      )}
    </>
  );
}

/** As many names as have room, counted from the last. */
function PeriodAxis({ figures, layout }: { figures: Figures; layout: ChartLayout }) {
  const { places, plot, band } = layout;
  const needed = figures.period === 'day' || figures.period === 'week' ? 54 : 40;
  const every = Math.max(1, Math.ceil(needed / band));
  const named = places.filter((_, at) => (places.length - 1 - at) % every === 0);
  return named.map(({ startsOn, x }, at) => {
    const { label, year } = shortPeriod(figures.period, startsOn);
    const before = named[at - 1]?.startsOn.slice(0, 4);
    return (
      <g key={startsOn} className={styles.tick} textAnchor="middle">
        <text x={x} y={plot.bottom + 16}>
          {label}
        </text>
        {year !== before && (
          <text x={x} y={plot.bottom + 31} className={styles.year}>
            {year}
          </text>
        )}
      </g>
    );
  });
}
