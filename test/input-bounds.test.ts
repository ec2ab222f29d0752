import assert from 'node:assert/strict';
import { test } from 'node:test';
import { services } from '#apis/manifest.ts';
import { limits } from '#kernel/limits.ts';
import { decoder } from '#wire/decode.ts';
import type { Reading } from '#wire/reading.ts';
import type { Shape, StructureShape } from '#wire/shape.ts';

/** The longest text that any document allows is a value of Metadata (seed 004 L38286). */
const CHARACTERS_MAX = 256 * 1024;

/** How a dialect reads that knows no ids: each text is one. */
const reading: Reading = {
  flattened: false,
  jsonTexts: false,
  unknown: 'refuse',
  emptyIsAbsent: false,
  parseId: (_kind, text) => text,
};

interface Leaf {
  /** `tencent-2017-03-12-cvm RunInstances Placement.Zone` */
  readonly at: string;
  readonly shape: Shape;
}

/** Every input of every action that is no structure or list, with its path. */
function* leaves(): Generator<Leaf> {
  for (const { vendor, service, version, actions } of services) {
    for (const { name, input } of actions) {
      yield* leavesOf(input, `${vendor}-${version}-${service} ${name} `);
    }
  }
}

function* leavesOf(shape: Shape, at: string): Generator<Leaf> {
  if (shape.kind === 'list') {
    yield* leavesOf(shape.item, `${at}.n`);
  } else if (shape.kind === 'structure') {
    for (const [name, field] of Object.entries(shape.fields)) {
      yield* leavesOf(field, `${at}${name}.`);
    }
  } else {
    yield { at, shape };
  }
}

function isRefused(shape: Shape, value: unknown): boolean {
  const holder: StructureShape = { kind: 'structure', fields: { X: shape } };
  try {
    decoder(holder, reading)({ X: value });
    return false;
  } catch {
    return true;
  }
}

test('no text of any input is taken without bound', () => {
  const text = 'a'.repeat(CHARACTERS_MAX + 1);
  const named = ({ shape }: Leaf, values: readonly string[]) =>
    shape.kind === 'filters'
      ? [{ [shape.nameField]: Object.keys(shape.filters)[0], [shape.valuesField]: values }]
      : text;
  const taken = [...leaves()]
    .filter(({ shape }) => shape.kind !== 'opaque')
    .filter((leaf) => !isRefused(leaf.shape, named(leaf, [text])));
  assert.deepEqual(
    taken.map(({ at }) => at),
    [],
  );
});

test('what is read by nobody is said to be without effect', () => {
  const opaque = [...leaves()].filter(({ shape }) => shape.kind === 'opaque');
  const read = opaque.filter(({ shape }) => shape.deprecated !== true);
  assert.deepEqual(
    read.map(({ at }) => at),
    [],
  );
});

test('a text is bounded where its shape says nothing, and where it says more', () => {
  const { textCharactersMax: most } = limits;
  const taken = (shape: Shape, characters: number) => !isRefused(shape, 'a'.repeat(characters));
  assert.ok(taken({ kind: 'string' }, most));
  assert.ok(!taken({ kind: 'string' }, most + 1));
  assert.ok(taken({ kind: 'string', max: most + 1 }, most + 1));
  assert.ok(taken({ kind: 'id', of: 'instance' }, most));
  assert.ok(!taken({ kind: 'id', of: 'instance' }, most + 1));
});
