import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { services } from '../src/apis/manifest.ts';
import type { Action } from '../src/wire/action.ts';
import { seedAliyun, signCall } from './aliyun-examples.ts';
import { lackingFields } from './answer-fields.ts';
import { type ConformanceCloud, startCloud } from './cloud.ts';
import {
  type Example,
  type ExampleFile,
  type ExampleRequest,
  exceptionOf,
  exceptions,
  readExamples,
} from './examples.ts';
import { seedLegacy, sendLegacy } from './legacy-examples.ts';
import { signExample, type Way, waysOf } from './tencent-examples.ts';
import { seed } from './tencent-fixtures.ts';

// The documents' own examples: facts/seed-examples.jsonl, with what they need in seed-fixtures.md.

let cloud: ConformanceCloud;
beforeEach(async () => {
  cloud = await startCloud();
});
afterEach(() => cloud.stop());

type Answer = Readonly<Record<string, unknown>>;

/** An example whose action is implemented. */
interface Runnable extends Example {
  readonly request: ExampleRequest;
  readonly declared: Action;
  readonly name: string;
}

function runnable(file: ExampleFile, version: string): Runnable[] {
  const actions = services.filter((it) => it.version === version).flatMap((it) => it.actions);
  return readExamples(file).flatMap((example): Runnable[] => {
    const { request, seed: document, line, action, title } = example;
    const declared = actions.find((one) => one.name === action);
    if (request === null || declared === undefined) return [];
    return [
      { ...example, request, declared, name: `seed ${document} L${line} ${action} ${title}` },
    ];
  });
}

const tencentExamples = runnable('cvm3.jsonl', '2017-03-12');
const examplesOf2017 = runnable('cvm2017.jsonl', '2017');
const legacyExamples = runnable('legacy.jsonl', 'legacy');
const aliyunExamples = runnable('ecs.jsonl', '2014-05-26');

/** Fails unless the answer has the fields of the example's, but for what is an exception. */
function assertFields(example: Runnable, shown: unknown, answer: Answer): void {
  const { empty = [], absent = [] } = exceptionOf(example) ?? {};
  const allowed = [
    ...empty.map((at) => `${at} is empty`),
    ...absent.map((at) => `${at} is not there`),
  ];
  const lacking = lackingFields(shown, answer, { shape: example.declared.output });
  assert.deepEqual(lacking, allowed);
}

async function runTencent(example: Runnable, way: Way): Promise<void> {
  const region = await seed(cloud, example);
  const { action, request, response } = example;
  const { status, text } = await cloud.send(signExample(request, way, { cloud, region, action }));
  assert.equal(status, 200);
  const answer = (JSON.parse(text) as { Response: Answer }).Response;
  const { code } = exceptionOf(example) ?? {};
  assert.equal((answer['Error'] as Answer | undefined)?.['Code'], code, text);
  if (code !== undefined) return;
  assertFields(example, response?.['Response'] ?? { RequestId: '' }, answer);
}

/** Of the answers that the chapter prints nothing can be read: their brackets are lost. */
async function runLegacy(example: Runnable): Promise<void> {
  const { action, request } = example;
  const fixtures = await seedLegacy(cloud, action);
  const { code, with: changes = {} } = exceptionOf(example) ?? {};
  const asItStands = await sendLegacy(cloud, action, request.params);
  assert.equal(String(asItStands.code), code ?? '0', JSON.stringify(asItStands));
  if (code === undefined || Object.keys(changes).length === 0) return;
  const replaced = Object.entries(changes).map(([name, value]) => [name, fixtures[value] ?? value]);
  const params = { ...request.params, ...(Object.fromEntries(replaced) as object) };
  const answer = await sendLegacy(cloud, action, params);
  assert.equal(answer.code, 0, JSON.stringify(answer));
}

async function runAliyun(example: Runnable): Promise<void> {
  const { action, request, response } = example;
  const fixtures = await seedAliyun(cloud);
  const { Action: _action, ...shown } = request.params;
  const parameters = shown as Readonly<Record<string, string>>;
  const { code, with: changes } = exceptionOf(example) ?? {};
  const refused = await cloud.send(signCall(cloud, { action, parameters }));
  const asItStands = JSON.parse(refused.text) as Answer;
  assert.equal(asItStands['Code'], code, refused.text);
  if (code !== undefined && changes === undefined) return;
  const replaced = Object.entries(changes ?? {}).map(([name, value]) => [
    name,
    fixtures[value] ?? value,
  ]);
  const call = { action, parameters: { ...parameters, ...Object.fromEntries(replaced) } };
  const sent = await cloud.send(signCall(cloud, call));
  assert.equal(sent.status, 200, sent.text);
  assertFields(example, response, JSON.parse(sent.text) as Answer);
  const xml = await cloud.send(signCall(cloud, { ...call, format: 'XML' }));
  assert.ok(xml.headers.get('content-type')?.startsWith('text/xml'));
  const elements = new Set(elementsOf(xml.text));
  const lacking = elementsOf(example.response_xml ?? '').filter((name) => !elements.has(name));
  assert.deepEqual(lacking, exceptionOf(example)?.elements ?? []);
}

function elementsOf(xml: string): string[] {
  return [...new Set([...xml.matchAll(/<([A-Za-z]\w*)/g)].map(([, name = '']) => name))];
}

describe('the examples of Tencent API 3.0 run as they stand', () => {
  for (const example of tencentExamples) {
    for (const way of waysOf(example.request)) {
      test(`${example.name} (${way})`, () => runTencent(example, way));
    }
  }
});

describe('the examples of the API of 2017 run as they stand', () => {
  for (const example of examplesOf2017) {
    test(example.name, () => runTencent(example, 'index.php GET'));
  }
});

describe('the examples of the legacy generation of Tencent run as they stand', () => {
  for (const example of legacyExamples) test(example.name, () => runLegacy(example));
});

describe('the examples of Alibaba ECS run as they stand', () => {
  for (const example of aliyunExamples) test(example.name, () => runAliyun(example));
});

test('every exception says why and is of an example that is run', () => {
  const all = [...tencentExamples, ...examplesOf2017, ...legacyExamples, ...aliyunExamples];
  const run = new Set(all.map((it) => `${it.seed} ${it.line}`));
  for (const { seed: document, line, reason } of exceptions) {
    assert.ok(run.has(`${document} ${line}`), `seed ${document} L${line} is no example`);
    assert.ok(reason.length > 10, `seed ${document} L${line} needs a reason`);
  }
});
