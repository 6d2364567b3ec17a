const firstYear = 2020;
const lastYear = 2060;

/** A VTIMEZONE that names each change of a zone's clocks for decades, as the platform knows them, instead of a rule. */
export function listedZoneBlock(name: string): string {
  const blocks = new Map<string, { kind: string; from: string; to: string; walls: string[] }>();
  const start = Temporal.PlainDateTime.from(`${firstYear}-01-01T00:00`).toZonedDateTime(name);
  for (
    let next = start.getTimeZoneTransition('next');
    next !== null;
    next = next.getTimeZoneTransition('next')
  ) {
    if (next.year > lastYear) break;
    const before = next.subtract({ nanoseconds: 1 });
    // The local time of a change is by the clock that holds until then.
    const wall = next.toPlainDateTime().subtract({
      nanoseconds: next.offsetNanoseconds - before.offsetNanoseconds,
    });
    const key = `${before.offset} ${next.offset}`;
    const kind = next.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD';
    const block = blocks.get(key) ?? {
      kind,
      from: offset(before.offset),
      to: offset(next.offset),
      walls: [],
    };
    block.walls.push(wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, ''));
    blocks.set(key, block);
  }
  const parts = [...blocks.values()].flatMap(({ kind, from, to, walls }) => [
    `BEGIN:${kind}`,
    `TZNAME:${to}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `DTSTART:${walls[0]}`,
    ...walls.slice(1).map((wall) => `RDATE:${wall}`),
    `END:${kind}`,
  ]);
  return ['BEGIN:VTIMEZONE', `TZID:${name}`, `X-LIC-LOCATION:${name}`, ...parts, 'END:VTIMEZONE'].join(
    '\r\n',
  );
}

/** `+02:00` as `+0200`. */
function offset(text: string): string {
  return text.replaceAll(':', '');
}
