interface KnownDay {
  timeZone: string;
  day: string;
  /** In milliseconds since 1970: the day holds from one to before the other. */
  from: number;
  until: number;
}

let known: KnownDay = { timeZone: '', day: '', from: 0, until: 0 };

/** The date in a time zone. Worked out once a day: every request asks. */
export function todayIn(timeZone: string, now: Date): string {
  const at = now.getTime();
  if (timeZone !== known.timeZone || at < known.from || at >= known.until) known = dayOf(timeZone, at);
  return known.day;
}

function dayOf(timeZone: string, at: number): KnownDay {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return {
    timeZone,
    day: date.toString(),
    from: date.toZonedDateTime(timeZone).epochMilliseconds,
    until: date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  };
}
