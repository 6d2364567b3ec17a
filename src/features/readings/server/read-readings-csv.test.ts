import { expect, it } from 'vitest';
import { readReadingsCsv } from './read-readings-csv.ts';

const head = 'kpi,person,date,value';
const line = 'Calls,eli@example.org,2026-11-03,12';

it('reads no line of more columns than any list of readings has: each takes memory, whatever stands in it', async () => {
  const { readings, wrong, faults } = await readReadingsCsv(
    Buffer.from([head, line, `${line}${','.repeat(5000)}`, line].join('\n')),
  );
  expect({ readings, wrong }).toEqual({ readings: [], wrong: 1 });
  expect(faults).toEqual([{ line: 3, column: null, message: expect.stringContaining('5,000 columns') }]);
});

it('reads many lines of few columns, whichever sign ends them', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = [head, ...Array.from({ length: 2000 }, () => line)].join(end);
    expect((await readReadingsCsv(Buffer.from(text))).readings).toHaveLength(2000);
  }
});

it('counts lines in which nothing stands, too: a file of them alone takes minutes', async () => {
  const most = async (lines: number) =>
    readReadingsCsv(Buffer.from(`${head}\n${',\n'.repeat(9)}${line}\n`), undefined, lines);
  expect(await most(10)).toMatchObject({ wrong: 0, lines: 1 });
  expect((await most(9)).faults).toEqual([
    { line: 11, column: null, message: expect.stringContaining('At most 9 lines') },
  ]);
});
