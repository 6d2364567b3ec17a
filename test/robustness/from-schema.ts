import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { naughtyStrings, unstorableStrings } from './naughty-strings.ts';

interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  $ref?: string;
  format?: string;
  pattern?: string;
}

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(...naughtyStrings, ...unstorableStrings),
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53, 1e300, [], {}, [[]], { __proto__: null }, '0'),
);

/** Values in the shape of a schema, with texts that have broken programs before; one part in eight is anything at all. */
export function fromSchema(schema: z.ZodMiniType, ids: readonly string[]): fc.Arbitrary<unknown> {
  return shaped(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, ids, 0);
}

function shaped(schema: JsonSchema, ids: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const likely = exactly(schema, ids, depth);
  return fc.oneof({ weight: 7, arbitrary: likely }, { weight: 1, arbitrary: anything });
}

function exactly(schema: JsonSchema, ids: readonly string[], depth: number): fc.Arbitrary<unknown> {
  if (depth > 6 || schema.$ref !== undefined) return anything;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants !== undefined) return fc.oneof(...variants.map((variant) => shaped(variant, ids, depth + 1)));
  switch (schema.type) {
    case 'object':
      return object(schema, ids, depth);
    case 'array':
      return fc.array(shaped(schema.items ?? {}, ids, depth + 1), { maxLength: 3 });
    case 'string':
      return text(schema, ids);
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -1, max: 12 }), fc.double(), fc.maxSafeInteger());
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return anything;
  }
}

function object(schema: JsonSchema, ids: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, part]) => [name, shaped(part, ids, depth + 1)]),
  );
  const known = fc.oneof(fc.record(parts), fc.record(parts, { requiredKeys: schema.required ?? [] }));
  const extra = fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'x', 'id', 'state'), anything, {
    maxKeys: 1,
  });
  return fc.oneof(
    { weight: 9, arbitrary: known },
    { weight: 1, arbitrary: fc.tuple(known, extra).map(([a, b]) => ({ ...a, ...b })) },
  );
}

function text(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.pattern?.includes('[0-9a-f]{8}')) return fc.constantFrom(...ids);
  if (schema.format === 'date')
    return fc.constantFrom(
      '2026-11-24',
      '2024-02-29',
      '2026-02-30',
      '0000-00-00',
      '0000-01-01',
      '275760-09-13',
    );
  return fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...naughtyStrings), {
    weight: 1,
    arbitrary: fc.constantFrom(...unstorableStrings),
  });
}
