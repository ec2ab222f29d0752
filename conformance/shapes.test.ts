import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { kebabCase } from '../scripts/generate/shapes.ts';
import { services } from '../src/apis/manifest.ts';
import { boolean, filters, integer, list, string, structure } from '../src/wire/builders.ts';
import type { StructureShape } from '../src/wire/shape.ts';
import { structureDifferences } from './model-differences.ts';

/** A difference that is meant: which, and why. `*` stands for any action. */
interface Known {
  /** `tencent-cvm RunInstances input Placement.HostIps` */
  readonly at: string;
  readonly is: string;
  readonly reason: string;
}

/** A parameter or field that the documents have and today's SDK has not. */
interface DocumentsOnly {
  readonly at: string;
  /** Document and line. */
  readonly source: string;
  readonly reason: string;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`models/${file}`, import.meta.url), 'utf8'));
}

const NOT_IN_MODEL = 'not in the model';
const documentsOnly = read('documents-only.json') as DocumentsOnly[];
const known: readonly Known[] = [
  ...(read('differences.json') as Known[]),
  ...documentsOnly.map(({ at, reason }) => ({ at, reason, is: NOT_IN_MODEL })),
];

interface Found {
  readonly service: string;
  readonly action: string;
  /** `input Placement.HostIps` */
  readonly at: string;
  readonly is: string;
  readonly detail: string;
}

/**
 * Versions that no SDK here speaks: Tencent's two older generations, and Alibaba's sts (one action)
 * and location, which the SDKs have within, and ram, of which roles alone are there.
 */
const WITHOUT_SDK: ReadonlySet<string> = new Set([
  '2017',
  'legacy',
  '2015-04-01',
  '2015-05-01',
  '2015-06-12',
]);

/** The skeleton of an action, as it was generated from the vendor's model. */
async function skeletonOf(folder: string, action: string): Promise<Skeleton> {
  const file = `../src/apis/${folder}/models/${kebabCase(action)}.ts`;
  return (await import(new URL(file, import.meta.url).href)) as Skeleton;
}

interface Skeleton {
  readonly request: StructureShape;
  readonly response: StructureShape;
}

async function differences(): Promise<Found[]> {
  const found: Found[] = [];
  for (const { vendor, service, version, actions } of services) {
    if (WITHOUT_SDK.has(version)) continue;
    for (const { name: action, input, output } of actions) {
      const { request, response } = await skeletonOf(`${vendor}/${service}`, action);
      const both = [
        ...structureDifferences(input, request, 'input'),
        ...structureDifferences(output, response, 'output'),
      ];
      found.push(...both.map((each) => ({ ...each, service: `${vendor}-${service}`, action })));
    }
  }
  return found;
}

function isMeant({ at, is }: Known, found: Found): boolean {
  if (is !== found.is) return false;
  return [found.action, '*'].some((action) => at === `${found.service} ${action} ${found.at}`);
}

describe("declared shapes against the official SDKs' models", async () => {
  const found = await differences();

  test('each difference is known, with its reason', () => {
    const unknown = found.filter((each) => !known.some((one) => isMeant(one, each)));
    const lines = unknown.map(
      ({ service, action, at, is, detail }) => `${service} ${action} ${at}: ${is} (${detail})`,
    );
    assert.deepEqual(lines, []);
  });

  test('the lists of known differences shrink: an entry that is not needed goes', () => {
    const needless = known.filter((one) => !found.some((each) => isMeant(one, each)));
    assert.deepEqual(
      needless.map(({ at, is }) => `${at}: ${is}`),
      [],
    );
  });

  test('each known difference says why, and what only documents have says where', () => {
    for (const { at, reason } of known) assert.ok(reason.length > 10, `${at} needs a reason`);
    for (const { at, source } of documentsOnly) assert.match(source, /\d|https:/, `${at}: where?`);
  });
});

test('every kind of difference is found', () => {
  const shape = structure({
    Same: string(),
    Kind: integer(),
    Number: integer({ asString: true }),
    Plain: list(string()),
    Ids: list(string(), { style: 'json' }),
    Items: list(structure({ Wrong: string() }), { element: 'Other' }),
    Filters: filters({ filters: {}, max: 1, valuesMax: 1, nameField: 'N', valuesField: 'V' }),
    Needed: string({ required: true }),
    Old: string({ source: 'seed 004 L1' }),
    Ours: string(),
  });
  const model = structure({
    Same: string(),
    Kind: string(),
    Number: string(),
    Plain: string(),
    Ids: string(),
    Items: list(structure({ Right: string() }), { element: 'Item' }),
    Filters: list(structure({ N: string() })),
    Needed: string(),
    Theirs: boolean(),
  });
  const told = (side: 'input' | 'output') =>
    structureDifferences(shape, model, side).map(({ at, is }) => `${at}: ${is}`);
  const both = (side: string) => [
    `${side} Kind: of another kind`,
    `${side} Plain: a list in one of them`,
  ];
  const inside = (side: string) => [
    `${side} Items.Wrong: not in the model`,
    `${side} Items.Right: not declared`,
    `${side} Filters.V: not in the model`,
  ];
  const last = (side: string) => [`${side} Ours: not in the model`, `${side} Theirs: not declared`];
  const required = 'input Needed: required here alone';
  assert.deepEqual(told('input'), [
    ...both('input'),
    ...inside('input'),
    required,
    ...last('input'),
  ]);
  assert.deepEqual(told('output'), [
    ...both('output'),
    'output Ids: a list in one of them',
    'output Items: wrapped otherwise',
    ...inside('output'),
    ...last('output'),
  ]);
});
