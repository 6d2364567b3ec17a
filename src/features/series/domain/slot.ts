/** `2026-11-24T09:00:00Z` as it stands in an address: `20261124T090000Z`. */
export function slotName(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}

/** The instant that a slot's name stands for; null where it stands for none. */
export function slotInstant(name: string): string | null {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(name) ?? [];
  try {
    return Temporal.Instant.from(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`).toString({
      smallestUnit: 'millisecond',
    });
  } catch {
    return null;
  }
}
