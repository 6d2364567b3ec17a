/**
 * How days and times are written. The interface speaks English; day, month and clock follow the reader's region
 * (24 November 2026 or November 24, 2026), so that no date is misread.
 */
let locale = regionalEnglish(globalThis.navigator?.language ?? 'en-GB');
let timeZone: string | undefined;
let formats = formatsFor();

/** What a person chose, where they did; before anything of theirs is shown. */
export function writeDatesFor(person: { language: string | null; timeZone: string | null }): void {
  if (person.language !== null) locale = regionalEnglish(person.language);
  timeZone = person.timeZone ?? undefined;
  formats = formatsFor();
}

/** The reader's region, as a language tag. */
export function currentLocale(): string {
  return locale;
}

export function regionalEnglish(language: string): string {
  try {
    const { region } = new Intl.Locale(language).maximize();
    const english = region === undefined ? 'en-GB' : `en-${region}`;
    return Intl.DateTimeFormat.supportedLocalesOf(english)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

function formatsFor() {
  return {
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    dayOfYear: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
    shortDay: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
    weekday: new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' }),
    time: new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }),
    moment: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }),
    relative: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }),
    // Sweden writes days as ISO 8601 does.
    isoDay: new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }),
  };
}

/** `2026-11-24` as 24 November 2026. */
export function formatDate(date: string): string {
  return formats.day.format(new Date(`${date}T00:00:00Z`));
}

/** `2026-11-24` as 24 November; with the year where it isn't this one. */
export function formatDay(date: string, now = new Date()): string {
  const sameYear = date.startsWith(String(now.getFullYear()));
  return (sameYear ? formats.dayOfYear : formats.day).format(new Date(`${date}T00:00:00Z`));
}

/** `2026-11-24` as 24 Nov, for narrow columns. */
export function formatShortDay(date: string): string {
  return formats.shortDay.format(new Date(`${date}T00:00:00Z`));
}

/** An instant as a clock time: 10:42. */
export function formatTime(instant: string | Date): string {
  return formats.time.format(new Date(instant));
}

/** An instant in full: 24 November 2026 at 10:42. For titles and tables of facts. */
export function formatMoment(instant: string | Date): string {
  return formats.moment.format(new Date(instant));
}

/** The day of an instant where the reader is, as `YYYY-MM-DD`. */
export function localDay(instant: string | Date): string {
  return formats.isoDay.format(new Date(instant));
}

/** Today where the reader is, as `YYYY-MM-DD`. */
export function localToday(): string {
  return localDay(new Date());
}

/** How long ago, as one says it: just now, 5 minutes ago, 10:42, yesterday, Tue 17, 3 Nov, 3 November 2025. */
export function formatWhen(instant: string | Date, now = new Date()): string {
  const at = new Date(instant);
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  const days = daysBetween(localDay(now), localDay(at));
  if (minutes === 0) return 'just now';
  if (Math.abs(minutes) < 60) return formats.relative.format(minutes, 'minute');
  if (days === 0) return formatTime(at);
  if (Math.abs(days) === 1) return formats.relative.format(days, 'day');
  const day = new Date(`${localDay(at)}T00:00:00Z`);
  // Put together by hand: for an American, Intl would say 17 Tue.
  if (Math.abs(days) < 7) return `${formats.weekday.format(day)} ${day.getUTCDate()}`;
  return at.getFullYear() === now.getFullYear() ? formats.shortDay.format(day) : formats.day.format(day);
}

/** Days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
