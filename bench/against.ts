/** Requests a second, and the median of what each turn gave against its floor. */
export interface Against {
  ours: number;
  floor: number;
  ratio: number;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export function against(ours: number[], floor: number[]): Against {
  return {
    ours: median(ours),
    floor: median(floor),
    ratio: median(ours.map((value, turn) => value / (floor[turn] ?? value))),
  };
}

export function printRow(what: string, { ours, floor, ratio }: Against, bar: number | null): void {
  const verdict = bar === null ? '' : ratio >= bar ? `  ok, bar ${bar}` : `  UNDER the bar ${bar}`;
  console.log(
    `${what.padEnd(58)} ${Math.round(ours).toString().padStart(6)}/s  ${Math.round(floor).toString().padStart(6)}/s  ${ratio.toFixed(2)}${verdict}`,
  );
}
