import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPglite } from '#store/pglite.test-support.ts';
import { openPostgres } from '#store/postgres.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { CounterRow } from '#store/schema/counter.ts';
import type { NewInstance } from '#store/schema/instance.ts';
import type { Store } from '#store/store.ts';
import type { Cloud } from '../cloud.ts';
import type { ReadScope } from '../scope.ts';
import { listInstances } from './verbs/list.ts';
import type { ListRequest } from './verbs/list.ts';

const ZONES = ['guangzhou-3', 'guangzhou-4', 'guangzhou-6', 'beijing-3'];
const STATES = ['running', 'stopped', 'booting', 'launch-failed', 'running'];
const COUNT = 60;
const account = '100000000001';

function row(index: number): NewInstance {
  const zone = ZONES[(index * 7) % ZONES.length] ?? '';
  const owner = index % 11 === 0 ? 'somebody else' : account;
  const region = zone.slice(0, zone.lastIndexOf('-'));
  const state = STATES[index % STATES.length] ?? '';
  const place = { account: owner, region, zone, vpc: 'v', subnet: 's', private_ip: index };
  const machine = { type: 't', cpu: 1, memory_mib: 1, image: 'i', host: null, public_ip: null };
  const times = { created_at: 1, expires_at: null, generation: 1, version: 1 };
  const operation = { operation: null, operation_state: null, operation_request: null };
  const rest = { name: null, charge_type: 'postpaid', launched_by: 'l', batch: 'b', project: 0 };
  const plain = {
    internet_charge_type: 'n',
    out_mbps: 0,
    in_mbps: 0,
    protected: 0,
    keep_image_login: 0,
    http_endpoint: 'e',
    http_tokens: 'o',
    maintenance_notify: 0,
    metadata_tags: 'd',
  } as const;
  return {
    key: `instance${index}`,
    state,
    ...place,
    ...machine,
    ...times,
    ...operation,
    ...rest,
    ...plain,
  };
}

/** An unfiltered total is read from the counters of the zones. */
function countersOf(rows: readonly NewInstance[]): readonly CounterRow[] {
  const own = rows.filter((one) => one.account === account);
  const named = Map.groupBy(own, ({ zone, state, charge_type: chargeType }) => {
    return `${zone}:${state === 'launch-failed' ? state : chargeType}`;
  });
  return [...named].map(([name, those]) => {
    const region = those[0]?.region ?? '';
    return { account, scope: `instances:${region}`, name, used: those.length };
  });
}

const requests: ReadonlyArray<Partial<ListRequest>> = [
  {},
  { notStates: ['launch-failed'] },
  { zones: ['guangzhou-4'] },
  { zones: ['guangzhou-4', 'guangzhou-6', 'guangzhou-4'] },
  { zones: ['guangzhou-3', 'beijing-3'], states: ['running', 'running'] },
  { states: ['running', 'stopped'], notStates: ['stopped'] },
  { zones: ['beijing-3'] },
  { zones: ['guangzhou-6'], before: 31 },
  { states: ['rebooting'] },
];

async function demand(store: Store): Promise<void> {
  const rows = Array.from({ length: COUNT }, (_, at) => row(at));
  await store.write(async (tx) => {
    await tx.insert('instances', rows);
    await tx.insert('counters', countersOf(rows));
  });
  const all = await store.read(({ db }) =>
    db.selectFrom('instances').selectAll().orderBy('seq', 'desc').execute(),
  );
  for (const request of requests) {
    const { zones, states, notStates = [], before } = request;
    const matching = all.filter(
      (one) =>
        one.account === account &&
        one.region === 'guangzhou' &&
        zones?.includes(one.zone) !== false &&
        states?.includes(one.state) !== false &&
        !notStates.includes(one.state),
    );
    const behind = matching.filter(({ seq }) => seq < (before ?? Infinity));
    for (const page of [
      { offset: 0, limit: 100 },
      { offset: 2, limit: 3 },
      { offset: 50, limit: 10 },
    ]) {
      const listed = await store.read((db) => {
        const scope: ReadScope = { db, account, now: 0, cloud: {} as Cloud, sees: () => true };
        return listInstances(scope, { region: 'guangzhou', ...request, ...page });
      });
      const expected = behind.slice(page.offset, page.offset + page.limit);
      const keys = listed.instances.map(({ key }) => key);
      assert.deepEqual(
        keys,
        expected.map(({ key }) => key),
      );
      assert.equal(listed.total, matching.length);
    }
  }
}

test('on SQLite: pages by zone and state are those of the whole list, narrowed', async () => {
  const store = await openSqlite({ directory: ':memory:' });
  await demand(store);
  await store.close();
});

test('on PostgreSQL: pages by zone and state are those of the whole list, narrowed', async () => {
  const pglite = await startPglite();
  const store = await openPostgres({ pool: await pglite.emptied() });
  await demand(store);
  await store.close();
  await pglite.close();
});
