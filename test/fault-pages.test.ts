import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { aliyunVocabulary } from '#apis/aliyun/vocabulary.ts';
import { sayFault, type Vocabulary } from '#apis/fault-words.ts';
import { services } from '#apis/manifest.ts';
import { vocabulary2017 } from '#apis/tencent/cvm-2017/vocabulary.ts';
import { legacyVocabulary } from '#apis/tencent/legacy/vocabulary.ts';
import { tencentVocabulary } from '#apis/tencent/vocabulary.ts';
import { Fault, type FaultDetail } from '#kernel/fault.ts';
import { instanceStates, legalFrom, type PhysicalVerb } from '#resources/instance/states.ts';
import type { Action } from '#wire/action.ts';
import type { Service } from '#wire/service.ts';
import type { Code, Shape } from '#wire/shape.ts';
import { pageCodes, pageOf, pagesOf } from './support/pages.ts';

// D10: a refusal of the domain comes out, on each page, as a code of that page.

interface Exception {
  /** `tencent-cvm StartInstances instance.wrongState` */
  readonly at: string;
  readonly code: string;
  readonly reason: string;
}

const exceptions = JSON.parse(
  readFileSync(new URL('pages/exceptions.json', import.meta.url), 'utf8'),
) as readonly Exception[];

/** The words of the vendor, or of the generation of its services that goes by its version. */
function vocabularyOf({ vendor, version }: Service): Vocabulary {
  if (vendor === 'aliyun') return aliyunVocabulary;
  if (version === '2017') return vocabulary2017;
  return version === 'legacy' ? legacyVocabulary : tencentVocabulary;
}

/** Which verb of the machine an action is, by the first word of its name. */
const verbs: ReadonlyArray<readonly [RegExp, PhysicalVerb]> = [
  [/^Start/, 'start'],
  [/^Stop/, 'stop'],
  [/^(?:Reboot|Restart)/, 'reboot'],
  [/^(?:Terminate|Delete|Return)/, 'terminate'],
  [/^Renew/, 'renew'],
];

/** The details that a code may depend on; one without any where it depends on none. */
function detailsOf(reason: string, { name }: Action): readonly FaultDetail[] {
  switch (reason) {
    case 'instance.wrongState': {
      const verb = verbs.find(([word]) => word.test(name))?.[1];
      const legal = verb === undefined ? [] : legalFrom[verb];
      return instanceStates
        .filter((state) => !legal.includes(state))
        .map((state) => ({ instance: '00000000', state }));
    }
    case 'instance.quotaExceeded':
      return [
        { zone: 'a', used: 1, limit: 1 },
        { zone: 'a', used: 0, limit: 1 },
      ];
    case 'instance.zoneSoldOut':
      return ['zone', 'host'].map((limit) => ({ zone: 'a', limit }));
    case 'instance-type.soldOut':
      return ['type', 'zone', 'host', 'charge'].flatMap((limit) =>
        ['spot', 'prepaid'].map((charge) => ({ type: 'a', zone: 'a', charge, limit })),
      );
    default:
      return [{}];
  }
}

interface Said {
  readonly at: string;
  readonly code: string;
}

/** What every fault that the use cases of every action declare is said as. */
function* everyFaultSaid(): Generator<Said & { readonly isOnPage: boolean }> {
  for (const service of services) {
    const { vendor, actions } = service;
    const pages = pagesOf(service);
    const page = pageCodes(pages);
    const renderId = (_kind: string, key: string): string => key;
    for (const action of actions) {
      const reasons = new Set((action.uses ?? []).flatMap(({ raises }) => raises));
      for (const reason of reasons) {
        for (const detail of detailsOf(reason, action)) {
          const voice = { words: vocabularyOf(service), renderId };
          const { code, status } = sayFault(new Fault(reason, detail), action, voice);
          const said = vendor === 'tencent' ? code : `${code} ${status}`;
          const at = `${pages} ${action.name} ${reason}`;
          yield { at, code: said, isOnPage: pageOf(page, action.name).has(said) };
        }
      }
    }
  }
}

const isOf =
  ({ at, code }: Said) =>
  (one: Said) =>
    one.at === at && one.code === code;

test('every declared fault is said with a code of the page of the action', () => {
  const stray = [...everyFaultSaid()].filter(
    (said) => !said.isOnPage && !exceptions.some(isOf(said)),
  );
  const lines = new Set(stray.map(({ at, code }) => `${at}: ${code}`));
  assert.deepEqual([...lines], []);
});

test('the list of exceptions shrinks: what is not needed goes, and each has its reason', () => {
  const stray = [...everyFaultSaid()].filter(({ isOnPage }) => !isOnPage);
  const needless = exceptions.filter((one) => !stray.some(isOf(one)));
  assert.deepEqual(needless, []);
  for (const { at, reason } of exceptions) assert.ok(reason.length > 20, `${at} needs a reason`);
});

/** The codes that a shape, what is in it and the rules between its fields give. */
function* codesOf(shape: Shape): Generator<Code> {
  yield* Object.values(shape.codes ?? {});
  if (shape.kind === 'list') yield* codesOf(shape.item);
  if (shape.kind !== 'structure') return;
  for (const { code } of shape.rules ?? []) if (code !== undefined) yield code;
  for (const field of Object.values(shape.fields)) yield* codesOf(field);
}

// Alibaba's shapes are those of several generations of one page, and take codes from all of them.
test("Tencent's shapes refuse with codes of the page of the action", () => {
  const stray = services.flatMap((service) => {
    const { vendor, actions } = service;
    if (vendor !== 'tencent' || actions.length === 0) return [];
    const codes = pageCodes(pagesOf(service));
    return actions.flatMap(({ name, input }) =>
      [...codesOf(input)]
        .map((code) => (typeof code === 'string' ? code : code.code))
        .filter((code) => !pageOf(codes, name).has(code))
        .map((code) => `${pagesOf(service)} ${name}: ${code}`),
    );
  });
  assert.deepEqual(stray, []);
});
