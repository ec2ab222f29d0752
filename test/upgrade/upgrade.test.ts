import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { simulatedClock } from '#kernel/clock.ts';
import { seededRandom } from '#kernel/random.ts';
import { boot } from '#server/boot.ts';
import { startPglite } from '#store/pglite.test-support.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { passTime } from '#workflow/testing.ts';
import { aliyunClient } from '../support/aliyun-client.ts';
import { audit } from '../support/audit.ts';
import { createDatabase, withoutServer } from '../support/postgres-server.ts';
import { tencentClient } from '../support/tencent-client.ts';
import { loadIntoPostgres } from './postgres-of.ts';
import type { Question } from './questions.ts';

/** The last commit of each shape of the data that somebody may have. */
const versions = ['455df9f'] as const;
const KEY = { id: 'AKIDofTheUpgrade0000', secret: 'secretOfTheUpgrade000' };
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface Fixture {
  readonly at: number;
  readonly answers: ReadonlyArray<Question & { readonly answer: unknown }>;
}

const folder = (version: string) => new URL(`${version}/`, import.meta.url);
const unpacked = (version: string, name: string) =>
  gunzipSync(readFileSync(new URL(name, folder(version))));

function dataDirectory(version: string): string {
  const data = mkdtempSync(join(tmpdir(), 'yuntai-upgrade-'));
  after(() => rmSync(data, { recursive: true, force: true }));
  writeFileSync(join(data, 'yuntai.db'), unpacked(version, 'yuntai.db.gz'));
  writeFileSync(join(data, 'key'), readFileSync(new URL('key', folder(version))), { mode: 0o600 });
  return data;
}

const stores: Readonly<Record<string, (data: string) => Promise<Store>>> = {
  SQLite: (data) => openSqlite({ directory: data }),
  PostgreSQL: withoutServer === false ? onServer : onPglite,
};

async function onServer(data: string): Promise<Store> {
  const { url } = await createDatabase();
  const pool = () => openPool({ url, onLost: () => undefined });
  const loading = pool();
  await loadIntoPostgres(loading, join(data, 'yuntai.db'));
  await loading.close();
  return openPostgres({ pool: pool() });
}

async function onPglite(data: string): Promise<Store> {
  const pglite = await startPglite();
  const pool = await pglite.emptied();
  await loadIntoPostgres(pool, join(data, 'yuntai.db'));
  const store = await openPostgres({ pool });
  const close = async (): Promise<void> => {
    await store.close();
    await pglite.close();
  };
  return { ...store, close };
}

for (const version of versions) {
  for (const [kind, openStore] of Object.entries(stores)) {
    describe(`a database of ${version} on ${kind}`, () => {
      test('opens, answers the same, and goes on', () => upgrade(version, openStore));
    });
  }
}

async function upgrade(version: string, open: (data: string) => Promise<Store>): Promise<void> {
  const fixture = JSON.parse(unpacked(version, 'answers.json.gz').toString()) as Fixture;
  const data = dataDirectory(version);
  const cloud = simulatedClock(fixture.at);
  const random = seededRandom('after the upgrade');
  const server = await boot({
    data,
    cloudClock: cloud,
    random,
    rootKey: KEY,
    openStore: () => open(data),
  });
  const { engine, store } = server;
  const tencent = tencentClient(server.url, KEY);
  const aliyun = aliyunClient(server.url, KEY);
  const pass = (ms: number): Promise<void> => passTime({ engine, store, cloud }, ms);
  for (const { vendor, action, service, parameters, answer } of fixture.answers) {
    const now =
      vendor === 'tencent'
        ? await tencent.call(action, parameters, service as 'cvm')
        : await aliyun.call(action, parameters as Record<string, string>, service as 'ecs');
    holds(now, answer, `${action} ${JSON.stringify(parameters)}`);
  }
  assert.deepEqual(await rulesOf(tencent, 'default'), ['22 3389 ALL', 'ALL']);
  assert.deepEqual(await rulesOf(tencent, 'one'), ['', '']);
  await goOn({ tencent, aliyun, pass });
  assert.deepEqual(await audit(store), []);
  tencent.close();
  aliyun.close();
  await server.stop();
}

/**
 * What later versions answer otherwise, by the member's name. Groups had no rules; the default one
 * has got its own, which `rulesOf` tells.
 */
const changed = new Set(['RequestId', 'NextToken', 'RuleCount']);

/** The ports of a group's rules, inwards and outwards. */
async function rulesOf(tencent: Clients['tencent'], name: string): Promise<readonly string[]> {
  const { SecurityGroupSet } = await tencent.call('DescribeSecurityGroups', {}, 'vpc');
  const groups = SecurityGroupSet as ReadonlyArray<Readonly<Record<string, string>>>;
  const found = groups.find(({ SecurityGroupName }) => SecurityGroupName === name);
  const asked = { SecurityGroupId: found?.['SecurityGroupId'] ?? name };
  const answer = await tencent.call('DescribeSecurityGroupPolicies', asked, 'vpc');
  const set = answer['SecurityGroupPolicySet'] as Readonly<Record<string, readonly Rule[]>>;
  const ports = (direction: string) => (set[direction] ?? []).map(({ Port }) => Port).join(' ');
  return [ports('Ingress'), ports('Egress')];
}

interface Rule {
  readonly Port: string;
}

/** Words of the other vendor that were shown as they stood: what Tencent sees today. */
const rendered: Readonly<Record<string, string>> = { cloud_essd: 'CLOUD_HSSD' };

/** That every member of the old answer is the same in the new one, which may have more. */
function holds(now: unknown, before: unknown, where: string): void {
  if (before === null || typeof before !== 'object') {
    assert.deepEqual(now, before, where);
    return;
  }
  assert.ok(now !== null && typeof now === 'object', `${where} is ${JSON.stringify(now)}`);
  if (Array.isArray(before)) assert.equal((now as unknown[]).length, before.length, where);
  for (const [name, value] of Object.entries(before)) {
    if (changed.has(name)) continue;
    const expected = name === 'DiskType' ? (rendered[String(value)] ?? value) : value;
    holds((now as Record<string, unknown>)[name], expected, `${where}.${name}`);
  }
}

interface Clients {
  readonly tencent: ReturnType<typeof tencentClient>;
  readonly aliyun: ReturnType<typeof aliyunClient>;
  pass(ms: number): Promise<void>;
}

interface Shown {
  readonly InstanceId: string;
  readonly InstanceName: string;
  readonly InstanceState: string;
}

/** What was there is started, stopped, released and expires; what is new is launched beside it. */
async function goOn({ tencent, aliyun, pass }: Clients): Promise<void> {
  const ok = async (action: string, body: object) => {
    const answer = await tencent.call(action, body);
    assert.equal(answer.Error, undefined, `${action}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const shown = async () => {
    const answer = await ok('DescribeInstances', { Limit: 100 });
    const set = answer['InstanceSet'] as readonly Shown[];
    return new Map(set.map((one) => [one.InstanceName, one]));
  };
  const before = await shown();
  const idOf = (name: string) => before.get(name)?.InstanceId ?? name;
  await ok('StartInstances', { InstanceIds: [idOf('stopped')] });
  await ok('StopInstances', { InstanceIds: [idOf('in-vpc')] });
  await ok('TerminateInstances', { InstanceIds: [idOf('with-metadata')] });
  await ok('RenewInstances', {
    InstanceIds: [idOf('binned')],
    InstanceChargePrepaid: { Period: 1 },
  });
  await ok('RunInstances', {
    Placement: { Zone: 'ap-guangzhou-3' },
    ImageId: 'img-9qabwvbn',
    InstanceType: 'S5.MEDIUM4',
    InstanceName: 'new',
    Metadata: { Items: [{ Key: 'a', Value: 'b' }] },
  });
  await pass(MINUTE_MS);
  const states = async () =>
    [...(await shown())].map(([name, { InstanceState }]) => `${name} ${InstanceState}`).toSorted();
  const now = await states();
  for (const state of ['stopped RUNNING', 'in-vpc STOPPED', 'binned STOPPED', 'new RUNNING']) {
    assert.ok(now.includes(state), `${state} is not among ${now.join(', ')}`);
  }
  assert.ok(!now.some((one) => one.startsWith('with-metadata')), now.join(', '));
  const rich = await aliyun.call('DescribeInstances', { InstanceName: 'ecs-rich' });
  assert.equal(rich['TotalCount'], 1);
  // By then what is paid for is over, or renewed, and what was to be released is gone.
  await pass(30 * DAY_MS);
  const later = await states();
  assert.ok(later.includes('expiring SHUTDOWN'), later.join(', '));
  assert.ok(later.includes('prepaid RUNNING'), later.join(', '));
  assert.ok(later.includes('ecs-week RUNNING'), later.join(', '));
  assert.ok(!later.some((one) => one.startsWith('ecs-rich')), later.join(', '));
}
