import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextArbitrary } from '../../../../test/support/arbitrary-rich-text.ts';
import type { Figures } from '../../kpis/domain/figures.ts';
import { comparisons } from '../../kpis/domain/measure.ts';
import { periods } from '../../kpis/domain/periods.ts';
import { answerers, itemKinds } from '../../templates/domain/items.ts';
import { canonicalForm, canonicalJson, canonicalVersions } from './canonical-form.ts';
import type { ApprovedRecord } from './canonical-form.ts';
import type { AnswerContent, ItemContent, SectionContent } from './content.ts';

/** fast-check prints the seed with a failure; DUOLOGUE_SEED replays one. */
const seed = Number(process.env['DUOLOGUE_SEED'] ?? Date.now() % 2 ** 31);

const calls = {
  id: '01a1ff00-0000-7000-8000-000000000001',
  name: 'Calls',
  unit: 'number',
  currency: null,
  direction: 'higher',
  aggregation: 'sum',
} as const;

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const id = fc.uuid();
const answer: fc.Arbitrary<AnswerContent | null> = fc.option(
  fc.record(
    {
      text: richTextArbitrary,
      value: fc.integer({ min: 1, max: 10 }),
      done: fc.constant(true),
      target: fc.record({
        value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        from: fc.constant('2026-12-01'),
      }),
    },
    { requiredKeys: [] },
  ),
);
const item: fc.Arbitrary<ItemContent> = fc.record({
  id,
  kind: fc.constantFrom(...itemKinds),
  prompt: text,
  options: fc.option(
    fc
      .tuple(fc.integer({ min: 2, max: 10 }), fc.option(fc.array(text, { maxLength: 3 })))
      .map(([steps, labels]) => (labels === null ? { steps } : { steps, labels })),
  ),
  answer,
  answeredBy: fc.constantFrom(...answerers),
  fromEmployee: fc.boolean(),
  given: fc.option(fc.record({ wentWell: richTextArbitrary })),
  measure: fc.option(
    fc.record({
      kpiId: fc.option(id),
      period: fc.constantFrom(...periods),
      which: fc.constantFrom('current', 'last'),
      compareWith: fc.constantFrom(...comparisons),
    }),
  ),
});
const shown = (value: number): Figures => ({
  kpi: { ...calls, decimals: 1 },
  period: 'month',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
  asOf: '2026-11-22',
  value,
  readings: 3,
  target: null,
  expected: null,
  progress: null,
  state: null,
  compared: null,
  trend: [{ startsOn: '2026-11-01', value, target: null }],
});
const section: fc.Arbitrary<SectionContent> = fc.record({
  id,
  title: text,
  items: fc.array(item, { minLength: 1, maxLength: 3 }),
});
const record: fc.Arbitrary<ApprovedRecord> = fc.record({
  id,
  managerId: id,
  employeeId: id,
  title: text,
  heldOn: fc.constantFrom('2026-11-20', '2024-02-29'),
  participantIds: fc.uniqueArray(id, { maxLength: 3 }).map((ids) => ids.toSorted()),
  actionItems: fc.array(
    fc.record({ id, text, ownerId: id, dueOn: fc.constantFrom('2026-11-27', '2026-12-01') }),
    {
      maxLength: 2,
    },
  ),
  files: fc.array(
    fc.record({ id, name: text, size: fc.nat(), sha256: fc.stringMatching(/^[0-9a-f]{64}$/) }),
    {
      maxLength: 2,
    },
  ),
  sections: fc.array(section, { minLength: 1, maxLength: 3 }),
  figures: fc.array(
    fc.record({ itemId: id, figures: fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(shown) }),
    { maxLength: 2 },
  ),
  remark: fc.option(text),
});

type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain };

/** The same value with the keys of every object the other way round. */
function reversed(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

/** Everything that differs from this in a single leaf, or by one entry of a list less or more. */
function variants(value: Plain): Plain[] {
  if (Array.isArray(value)) {
    const inside = value.flatMap((inner, at) => variants(inner).map((other) => value.with(at, other)));
    return [
      ...inside,
      ...value.map((_, at) => value.toSpliced(at, 1)),
      ...value.slice(-1).map((last) => [...value, last]),
    ];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      variants(inner).map((other) => ({ ...value, [key]: other })),
    );
  }
  if (typeof value === 'number') return [value + 1];
  return [`${value} `];
}

const asRecord = (value: Plain) => value as unknown as ApprovedRecord; // variants keep the shape, not the types
const asPlain = (value: ApprovedRecord) => JSON.parse(JSON.stringify(value)) as Plain; // what JSON can say

describe('the canonical form', () => {
  it.each(canonicalVersions)(
    'gives the text and the digest of %s that docs/approval-digest.md shows',
    (version) => {
      const page = readFileSync(new URL('../../../../docs/approval-digest.md', import.meta.url), 'utf8');
      const [, shownHere = ''] = page.split(`## An example of ${version}\n`);
      const [here = ''] = shownHere.split('\n## ');
      const blocks = [...here.matchAll(/```(?:json|text)\n([\s\S]*?)\n```/g)].map((match) => match[1] ?? '');
      const [example = '', shown, digest] = blocks;
      expect(blocks).toHaveLength(3);
      const form = canonicalForm(JSON.parse(example) as ApprovedRecord, version); // the page's own example
      expect(form).toBe(shown);
      expect(`${version}:${createHash('sha256').update(form, 'utf8').digest('hex')}`).toBe(digest);
    },
  );

  it('differs wherever any part of the record does', () => {
    fc.assert(
      fc.property(record, fc.nat(), (one, pick) => {
        const others = variants(asPlain(one));
        const other = others[pick % others.length] ?? null;
        expect(canonicalForm(asRecord(other))).not.toBe(canonicalForm(one));
      }),
      { numRuns: 500, seed },
    );
  });

  it('differs when two sections or two items change places', () => {
    fc.assert(
      fc.property(record, section, item, (one, nextSection, nextItem) => {
        const [first, ...rest] = one.sections;
        if (first === undefined) return;
        const withItems = (items: ItemContent[]) =>
          canonicalForm({ ...one, sections: [{ ...first, items }, ...rest] });
        expect(withItems([...first.items, nextItem])).not.toBe(withItems([nextItem, ...first.items]));
        const withSections = (sections: SectionContent[]) => canonicalForm({ ...one, sections });
        expect(withSections([...one.sections, nextSection])).not.toBe(
          withSections([nextSection, ...one.sections]),
        );
      }),
      { numRuns: 100, seed },
    );
  });

  it('does not depend on the order of keys, nor on keys that are undefined', () => {
    fc.assert(
      fc.property(record, (one) => {
        const form = canonicalForm(one);
        expect(canonicalForm(asRecord(reversed(asPlain(one))))).toBe(form);
        const sections = one.sections.map((each) => ({
          ...each,
          items: each.items.map((inner) => ({
            ...inner,
            answer: inner.answer && { text: undefined, value: undefined, ...inner.answer },
          })),
        }));
        expect(canonicalForm({ ...one, sections })).toBe(form);
      }),
      { numRuns: 200, seed },
    );
  });

  it('holds no guidance, versions or other company that a record comes in', () => {
    fc.assert(
      fc.property(record, (one) => {
        const sections = one.sections.map((each) => ({
          ...each,
          guidance: 'Murmelfax',
          version: 7,
          items: each.items.map((inner) => ({ ...inner, version: 7, source_item_id: 'Murmelfax' })),
        }));
        const company = { version: 7, state: 'approved' };
        expect(canonicalForm({ ...one, ...company, sections })).toBe(canonicalForm(one));
      }),
      { numRuns: 50, seed },
    );
  });

  it('is JSON that says the same, in sorted keys and without white space', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, noUnicodeString: false }), (value) => {
        const written = canonicalJson(value);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(written))).toBe(written);
      }),
      { numRuns: 200, seed },
    );
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x y' }], Z: '\u20ac', ä: '\n' })).toBe(
      '{"Z":"€","a":[{"c":"x y","d":null}],"b":1,"ä":"\\n"}',
    );
  });
});
