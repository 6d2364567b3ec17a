/** `10:00` and 30 minutes: `10:30`; null beyond midnight. */
export function minutesLater(time: string, minutes: number): string | null {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  const total = hours * 60 + rest + minutes;
  if (total >= 24 * 60) return null;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
