import { useMemo, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { periodWords, trendInWords, valueWords } from '../../../../web/shell/numbers/figure-words.ts';
import type { Figures } from '../../../kpis/domain/figures.ts';
import { shortValue } from './axis-words.ts';
import { ChartDrawing } from './chart-drawing.tsx';
import { layOut } from './chart-layout.ts';
import type { ChartLayout } from './chart-layout.ts';
import { MeetingMarks } from './meeting-marks.tsx';
import type { Mark } from './meeting-marks.tsx';
import styles from './number-chart.module.css';
import { placeInWords, reachedInWords } from './place-words.ts';
import { useWidth } from './use-width.ts';

interface NumberChartProps {
  figures: Figures;
  /** The one-on-ones that this viewer may read, oldest first. */
  marks: readonly Mark[];
}

/** The values of the last periods. Arrows go from one to the next, and each is said. */
export function NumberChart({ figures, marks }: NumberChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<number | null>(null);
  const layout = useMemo(() => layOut(figures, { width, left: axisWidth(figures) }), [figures, width]);
  const { places, plot, band } = layout;
  const last = places.length - 1;
  const shown = Math.min(chosen ?? last, last);
  const place = places[shown];

  function point(event: PointerEvent<HTMLDivElement>) {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setChosen(Math.max(0, Math.min(last, Math.floor(x / band))));
  }
  function step(event: KeyboardEvent) {
    const to = nextOf(event.key, shown, last);
    if (to === undefined) return;
    event.preventDefault();
    setChosen(to);
  }

  return (
    <figure className={styles.chart}>
      <figcaption className={styles.key} aria-hidden="true">
        <span data-mark="value">{figures.kpi.name}</span>
        {places.some(({ target }) => target !== null) && <span data-mark="target">Target</span>}
        {places.at(-1)?.isRunning === true && (
          <span data-mark="running">{periodWords(figures, figures.startsOn)} so far</span>
        )}
      </figcaption>
      <div ref={ref} className={styles.canvas}>
        {width > 0 && place !== undefined && (
          <>
            <ChartDrawing figures={figures} layout={layout} chosen={chosen} label={trendInWords(figures)} />
            <div
              className={styles.pointer}
              style={{
                insetBlockStart: plot.top,
                insetInlineStart: plot.left,
                inlineSize: plot.right - plot.left,
                blockSize: plot.bottom - plot.top,
              }}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it points at a period; an input would have a value to send
              role="slider"
              tabIndex={0}
              aria-label={`${figures.kpi.name} by ${figures.period}`}
              aria-valuemin={1}
              aria-valuemax={places.length}
              aria-valuenow={shown + 1}
              aria-valuetext={placeInWords(figures, place)}
              onKeyDown={step}
              onFocus={() => setChosen((before) => before ?? last)}
              onBlur={() => setChosen(null)}
              onPointerDown={point}
              onPointerMove={point}
              onPointerLeave={(event) => {
                // A finger that is lifted leaves too, and what it pointed at is still looked at.
                if (event.pointerType === 'touch') return;
                if (event.currentTarget !== document.activeElement) setChosen(null);
              }}
            />
            {chosen !== null && <Tip figures={figures} layout={layout} at={shown} />}
            <MeetingMarks marks={marks} layout={layout} />
          </>
        )}
      </div>
    </figure>
  );
}

function nextOf(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** The words at the axis say how much room they need; which there are does not hang on the width. */
function axisWidth(figures: Figures): number {
  const { ticks } = layOut(figures, { width: 320, left: 0 });
  const longest = Math.max(0, ...ticks.map(({ value }) => shortValue(figures.kpi, value).length));
  return Math.min(96, 16 + longest * 7);
}

/** Says what the chart shows at a period; for whoever sees it, the others hear it. */
function Tip({ figures, layout, at }: { figures: Figures; layout: ChartLayout; at: number }) {
  const place = layout.places[at];
  if (place === undefined) return null;
  const isRight = place.x > (layout.plot.left + layout.plot.right) / 2;
  const reached = reachedInWords(figures, place);
  return (
    <div
      className={styles.tip}
      aria-hidden="true"
      style={
        isRight
          ? { insetInlineEnd: layout.width - place.x + layout.band / 2 + 6 }
          : { insetInlineStart: place.x + layout.band / 2 + 6 }
      }
    >
      <span>
        {periodWords(figures, place.startsOn)}
        {place.isRunning && ' so far'}
      </span>
      <strong>{valueWords(figures, place.value)}</strong>
      {place.target !== null && <span>Target {valueWords(figures, place.target)}</span>}
      {reached !== null && <span>{reached}</span>}
    </div>
  );
}
