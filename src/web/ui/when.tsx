import { formatMoment, formatWhen } from './dates.ts';

/** An instant in short words, with the full moment as its title. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {formatWhen(at)}
    </time>
  );
}
