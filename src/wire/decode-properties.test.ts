import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  boolean,
  filters,
  id,
  integer,
  list,
  number,
  opaque,
  string,
  structure,
  time,
} from './builders.ts';
import { decoder } from './decode.ts';
import { encoder } from './encode.ts';
import { nest } from './flat-names.ts';
import { ParameterFault } from './parameter-fault.ts';
import type { Reading } from './reading.ts';
import type { Shape, StructureShape } from './shape.ts';
import { aliyun, given, tencent } from './vendors.test-support.ts';

const RUNS = 500;
const LIMITS = { parametersMax: 1_000, nameCharactersMax: 1_000, depthMax: 20 };

/** Every kind and facet there is. */
const every = structure(
  {
    Text: string({ min: 1, max: 5, pattern: /^\w*$/, names: ['text'] }),
    Choice: string({ values: ['a', 'b'], default: 'a' }),
    Secret: string({ secret: true, keepsNull: true, empty: 'kept' }),
    Whole: integer({ min: 0, max: 10 }),
    Some: integer({ values: [1, 2] }),
    Price: number({ decimals: 2, min: 0 }),
    Flag: boolean({ deprecated: true }),
    At: time({ form: 'minutes' }),
    On: time({ form: 'offset', keepsNull: true }),
    Id: id('thing'),
    List: list(string({ max: 3 }), { min: 1, max: 2 }),
    Json: list(id('thing'), { style: 'json' }),
    Comma: list(integer(), { style: 'comma' }),
    Part: structure({
      Whole: integer({ required: true }),
      Parts: list(structure({ Id: id('x') })),
    }),
    Filters: filters({
      filters: { zone: {}, state: { values: ['a'] } },
      prefixes: ['tag:'],
      max: 2,
      valuesMax: 2,
      nameField: 'Name',
      valuesField: 'Values',
    }),
    Any: opaque(),
  },
  {
    rules: [
      { rule: 'exclusive', fields: ['Text', 'List', 'Choice'] },
      { rule: 'one-of', fields: ['Text', 'List', 'Part', 'Filters', 'Any'] },
      { rule: 'requires', field: 'Whole', when: { field: 'Choice', is: ['b'] } },
      { rule: 'requires', field: 'Some', when: { field: 'Id', present: true } },
    ],
  },
);

const NAMES = [...Object.keys(every.fields), 'text', 'Parts', 'Name', 'Values', '0', '1', '7', ''];
const name = fc.oneof(
  { arbitrary: fc.constantFrom(...NAMES), weight: 8 },
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '01', '-1', '1e3'),
  fc.string({ unit: 'binary' }),
);
const text = fc.oneof(
  fc.constantFrom('', 'a', 'b', '1', '50', 'TRUE', '1.5', '1e9', ' 1', 'thing-r8hr2upy', 'zone'),
  fc.constantFrom('2026-01-02T03:04Z', '2026-01-02T03:04:05+08:00', '[]', '{"Whole":1}', '["x"]'),
  fc.string({ unit: 'binary' }),
);
const { json } = fc.letrec<{ json: unknown; object: object }>((tie) => ({
  object: fc.dictionary(name, tie('json'), { maxKeys: 6, noNullPrototype: true }),
  json: fc.oneof(
    { maxDepth: 6 },
    text,
    fc.constantFrom<unknown>(null, true, 0, -0, 1, 1.5, 2 ** 53, Infinity, NaN),
    fc.array(tie('json'), { maxLength: 4 }),
    tie('object'),
  ),
}));

function onlyParameterFaults(reading: Reading, raw: unknown): void {
  const decode = decoder(every, reading);
  try {
    decode(raw);
  } catch (error) {
    if (!(error instanceof ParameterFault)) throw error;
    assert.ok(error.reason !== '' && error.message.length < 1_000);
  }
}

test('decoding throws nothing but a ParameterFault, whatever the JSON', () => {
  fc.assert(
    fc.property(json, (raw) => {
      for (const { reading } of [tencent, aliyun]) onlyParameterFaults(reading.json, raw);
    }),
    { numRuns: RUNS },
  );
});

test('decoding throws nothing but a ParameterFault, whatever the names and values of it', () => {
  const pair = fc.tuple(
    fc.array(name, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.')),
    text,
  );
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
      const tree = nest(pairs, LIMITS);
      if (!('value' in tree)) return;
      for (const { reading } of [tencent, aliyun]) onlyParameterFaults(reading.flat, tree.value);
    }),
    { numRuns: RUNS },
  );
});

/** A shape and what a vendor may say of that shape. */
interface Sample {
  readonly shape: Shape;
  readonly said: unknown;
}

const secondsMax = Date.UTC(9999, 11, 31) / 1000;
const member = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,7}$/);
const key = fc.stringMatching(/^[a-z0-9]{8}$/);
const { object: whole } = fc.letrec<{ sample: Sample; object: Sample & { shape: StructureShape } }>(
  (tie) => ({
    object: fc
      .dictionary(member, tie('sample'), { minKeys: 1, maxKeys: 5, noNullPrototype: true })
      .map((members) => {
        const entries = Object.entries(members);
        const fields = Object.fromEntries(entries.map(([one, { shape }]) => [one, shape]));
        const said = Object.fromEntries(entries.map(([one, it]) => [one, it.said]));
        return { shape: structure(fields), said };
      }),
    sample: fc.oneof(
      { maxDepth: 3 },
      fc
        .string({ unit: 'grapheme', minLength: 1 })
        .filter((one) => !one.includes('\0'))
        .map((said) => ({ shape: string(), said })),
      fc
        .maxSafeInteger()
        .map((said) => ({ shape: integer(), said: Object.is(said, -0) ? 0 : said })),
      fc.boolean().map((said) => ({ shape: boolean(), said })),
      key.map((one) => ({ shape: id('thing'), said: `thing-${one}` })),
      fc.integer({ min: 0, max: secondsMax }).map((seconds) => {
        const said = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
        return { shape: time({ form: 'seconds' }), said };
      }),
      fc.array(key, { minLength: 1, maxLength: 12 }).map((keys) => {
        const said = keys.map((one) => `thing-${one}`);
        return { shape: list(id('thing')), said };
      }),
      tie('object').chain(({ shape, said }) =>
        fc.integer({ min: 1, max: 3 }).map((count) => ({
          shape: list(shape),
          said: Array.from({ length: count }, () => said),
        })),
      ),
      tie('object'),
    ),
  }),
);
test('what is decoded is encoded as it was said', () => {
  fc.assert(
    fc.property(whole, ({ shape, said }) => {
      const decoded = decoder(shape, tencent.reading.json)(said);
      assert.deepEqual(encoder(shape, tencent.writing)(decoded as never), said);
    }),
    { numRuns: RUNS },
  );
});

/** As the vendors' SDKs flatten: lists from `base` on, members by dots. */
function* flattened(value: unknown, at: string, base: number): Iterable<[string, string]> {
  if (typeof value !== 'object' || value === null) {
    yield [at, String(value)];
    return;
  }
  const first = Array.isArray(value) ? base : 0;
  for (const [one, part] of Object.entries(value)) {
    const path = Array.isArray(value) ? Number(one) + first : one;
    yield* flattened(part, at === '' ? String(path) : `${at}.${path}`, base);
  }
}

test('flattened from 0 or from 1, it is decoded to the same', () => {
  fc.assert(
    fc.property(whole, fc.constantFrom(0, 1, 5), ({ shape, said }, base) => {
      const tree = nest(flattened(said, '', base), LIMITS);
      assert.ok('value' in tree);
      const wanted = decoder(shape, tencent.reading.json)(said);
      assert.deepEqual(decoder(shape, tencent.reading.flat)(tree.value), wanted);
      assert.deepEqual(decoder(shape, aliyun.reading.flat)(tree.value), wanted);
    }),
    { numRuns: RUNS },
  );
});

test('an object given as JSON in one parameter is decoded to the same', () => {
  fc.assert(
    fc.property(whole, ({ shape, said }) => {
      const outer = structure({ Part: shape });
      const decode = decoder(outer, aliyun.reading.flat);
      const tree = nest(flattened({ Part: said }, '', 1), LIMITS);
      assert.ok('value' in tree);
      assert.deepEqual(given(decode({ Part: JSON.stringify(said) })), given(decode(tree.value)));
    }),
    { numRuns: RUNS },
  );
});
