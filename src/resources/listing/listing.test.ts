import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPglite } from '#store/pglite.test-support.ts';
import { openPostgres } from '#store/postgres.ts';
import { openSqlite } from '#store/sqlite.ts';
import { containing } from '#store/like.ts';
import { newAddressRowOf, plainAddress } from '../elastic-address/row.ts';
import type { Store, Tx } from '#store/store.ts';
import { linkSecurityGroups } from '../instance/groups.ts';
import { instanceListing } from '../instance/listing.ts';
import type { InstanceNarrowing } from '../instance/listing.ts';
import { newRowOf } from '../instance/instance-row.ts';
import { settled } from '../instance/launch-rows.ts';
import { plainLaunch } from '../instance/instance.test-support.ts';
import { linkKeyPairs } from '../key-pair/links.ts';
import { saveTags } from '../tag/tags.ts';

const account = '100000000001';
const region = 'guangzhou';
/** More than one look follows, of links and of numbers. */
const COUNT = 34_000;

const stores: Readonly<Record<string, () => Promise<Store>>> = {
  SQLite: () => openSqlite({ directory: ':memory:' }),
  async PostgreSQL() {
    const pglite = await startPglite();
    const store = await openPostgres({ pool: await pglite.emptied() });
    const close = async (): Promise<void> => {
      await store.close();
      await pglite.close();
    };
    return { ...store, close };
  },
};

const pair = {
  key: 'pair',
  account,
  region,
  name: 'mine',
  description: null,
  project: 0,
  resource_group: '',
  public_key: 'ssh-rsa AAAA',
  fingerprint: 'f',
  origin: 'made',
  created_at: 0,
} as const;

function keyAt(at: number): string {
  return `key${String(at).padStart(5, '0')}`;
}

function holder(at: number) {
  const key: string = keyAt(at);
  return newAddressRowOf({
    ...plainAddress,
    key,
    account,
    region,
    address: at,
    kind: 'ordinary',
    holder: { kind: 'instance', key },
    createdAt: at,
  });
}

async function fill(store: Store, count: number): Promise<void> {
  const launch = plainLaunch();
  const rows = Array.from({ length: count }, (_, at) =>
    newRowOf({
      ...settled(launch),
      key: keyAt(at),
      batch: 'b',
      account,
      region,
      zone: 'guangzhou-3',
      state: at % 100 === 7 ? 'launch-failed' : 'running',
      name: at % 3 === 0 ? null : `web-${at}`,
      hostName: null,
      type: 'S5.MEDIUM4',
      cpu: 2,
      memoryMiB: 4096,
      image: '9qabwvbn',
      system: null,
      vpc: `vpc${at % 100}`,
      subnet: 's',
      placementPart: null,
      privateAddress: at,
      publicAddress: null,
      login: { password: null, keepImageLogin: false },
      host: null,
      dedicatedHost: null,
      project: at % 2,
      createdAt: at,
      expiresAt: null,
      renewalDay: null,
      operationRequest: 'r',
    }),
  );
  await store.write((tx) => tx.insert('instances', rows));
}

async function linkAll(store: Store, count: number): Promise<void> {
  await store.write(async (tx) => {
    await tx.insert('key_pairs', [pair]);
    await tx.insert('elastic_addresses', [holder(5), holder(7)]);
    for (let from = 0; from < count; from += 1_000) await link(tx, from, count);
  });
}

/** Every instance is in a group and has a tag; some of them are in another, and have others. */
async function link(tx: Tx, from: number, count: number): Promise<void> {
  const all = Array.from({ length: Math.min(1_000, count - from) }, (_, at) => from + at);
  const those = (wanted: (at: number) => boolean) => all.filter(wanted).map(keyAt);
  const tag = (resources: readonly string[], name: string, value: string) =>
    saveTags(tx, { account, kind: 'instance', resources }, [{ name, value }]);
  await tag(
    those((at) => at % 4 === 1),
    'city',
    'shenzhen',
  );
  await tag(
    those((at) => at % 4 > 1),
    'city',
    'beijing',
  );
  await tag(
    those((at) => at % 100 === 8),
    'town',
    'beijing',
  );
  await tag(
    those(() => true),
    'kind',
    'any',
  );
  const thirds = those((at) => at % 3 === 0);
  await linkSecurityGroups(tx, thirds, ['every', 'third']);
  await linkSecurityGroups(
    tx,
    those((at) => at % 3 !== 0),
    ['every'],
  );
  await linkKeyPairs(
    tx,
    those((at) => at % 50 === 0),
    ['pair'],
  );
}

async function list(store: Store, query: InstanceNarrowing, offset = 0) {
  const page = { offset, limit: 3 };
  const { total, rows } = await store.read((reader) =>
    instanceListing.list(reader, { account, region }, { query, page, newestFirst: true }),
  );
  return { total, keys: rows.slice(0, 3).map(({ key }) => key) };
}

/** What the list is narrowed by, and which of its instances match. */
const cases: ReadonlyArray<readonly [InstanceNarrowing, (at: number) => boolean]> = [
  [{}, () => true],
  [{ projects: [1] }, (at) => at % 2 === 1],
  [{ projects: [0, 1], vpcs: ['vpc3', 'vpc4'] }, (at) => at % 100 === 3 || at % 100 === 4],
  [{ notStates: ['launch-failed'] }, (at) => at % 100 !== 7],
  [{ projects: [1], notStates: ['launch-failed'] }, (at) => at % 2 === 1 && at % 100 !== 7],
  [{ createdFrom: 10, createdTo: 1_500 }, (at) => at >= 10 && at <= 1_500],
  [{ projects: [0, 1] }, () => true],
  [{ createdTo: 50 }, (at) => at <= 50],
  [{ createdTo: 50, vpcs: ['vpc3', 'vpc49'] }, (at) => at === 3 || at === 49],
  [{ createdTo: 50, vpcs: ['vpc3'], zones: ['guangzhou-4'] }, () => false],
  [{ createdTo: 50, vpcs: ['vpc51'] }, () => false],
  [
    {
      createdTo: 250,
      vpcs: ['vpc6', 'vpc7'],
      projects: [0],
      zones: ['guangzhou-3'],
      notStates: ['launch-failed'],
    },
    (at) => at === 6 || at === 106 || at === 206,
  ],
  [
    { createdTo: 250, vpcs: ['vpc6', 'vpc7'], notStates: ['launch-failed'] },
    (at) => at === 6 || at === 106 || at === 206,
  ],
  [
    {
      createdTo: 250,
      vpcs: ['vpc6', 'vpc7'],
      named: { patterns: [containing('07')], nameless: undefined },
    },
    (at) => at === 107,
  ],
  [{ createdTo: 50, zones: ['guangzhou-3'] }, (at) => at <= 50],
  [{ createdTo: 50, zones: ['guangzhou-4'] }, () => false],
  [{ projects: [1], zones: ['guangzhou-4', 'guangzhou-3'] }, (at) => at % 2 === 1],
  [{ tags: [{ names: ['city'] }], zones: ['guangzhou-3'] }, (at) => at % 4 !== 0],
  [
    {
      vpcs: ['vpc7', 'vpc8'],
      projects: [0, 1],
      notStates: ['launch-failed'],
      named: { patterns: [containing('8')], nameless: undefined },
    },
    (at) => at % 100 === 8 && at % 3 !== 0,
  ],
  [
    { named: { patterns: [containing('-19')], nameless: undefined } },
    (at) => at % 3 !== 0 && String(at).startsWith('19'),
  ],
  [
    { named: { patterns: ['web-19%'], nameless: undefined } },
    (at) => at % 3 !== 0 && String(at).startsWith('19'),
  ],
  [{ named: { patterns: ['web-19'], nameless: 'all' } }, (at) => at % 3 === 0 || at === 19],
  [{ tags: [{ names: ['city'] }] }, (at) => at % 4 !== 0],
  [{ tags: [{ names: ['city'] }], projects: [1] }, (at) => at % 2 === 1],
  [{ tags: [{ names: ['city'] }], vpcs: ['vpc3', 'vpc4'] }, (at) => at % 100 === 3],
  [{ tags: [{ names: ['city'] }], vpcs: ['vpc3'], projects: [0, 1] }, (at) => at % 100 === 3],
  [{ tags: [{ names: ['country'] }] }, () => false],
  [{ tags: [{ names: ['city'], values: ['beijing'] }] }, (at) => at % 4 > 1],
  [{ tags: [{ values: ['beijing'] }] }, (at) => at % 4 > 1 || at % 100 === 8],
  [{ tags: [{ names: ['kind'] }] }, () => true],
  [{ tags: [{ names: ['kind'] }], projects: [1] }, (at) => at % 2 === 1],
  [{ tags: [{ names: ['kind'], values: ['any', 'none'] }] }, () => true],
  [{ tags: [{ names: ['kind'] }, { names: ['town'] }] }, (at) => at % 100 === 8],
  [
    { tags: [{ names: ['kind'] }], keys: ['key00003', 'key01004'] },
    (at) => at === 3 || at === 1004,
  ],
  [{ securityGroups: ['every'] }, () => true],
  [{ securityGroups: ['every'], zones: ['guangzhou-3'] }, () => true],
  [{ securityGroups: ['every'], zones: ['guangzhou-4'] }, () => false],
  [{ securityGroups: ['every'], notStates: ['launch-failed'] }, (at) => at % 100 !== 7],
  [{ securityGroups: ['every'], projects: [1] }, (at) => at % 2 === 1],
  [{ securityGroups: ['third', 'every'] }, () => true],
  [
    { securityGroups: ['third'], notStates: ['launch-failed'] },
    (at) => at % 3 === 0 && at % 100 !== 7,
  ],
  [
    { securityGroups: ['third'], vpcs: ['vpc9'], tags: [{ names: ['city'] }] },
    (at) => at % 300 === 9,
  ],
  [{ securityGroups: ['third'], keys: ['key00003', 'key00004'] }, (at) => at === 3],
  [
    { securityGroups: ['third'], named: { patterns: [containing('8')], nameless: 'all' } },
    (at) => at % 3 === 0,
  ],
  [{ keyPairNames: ['mine'] }, (at) => at % 50 === 0],
  [{ keyPairNames: ['mine', 'mine'], securityGroups: ['every'] }, (at) => at % 50 === 0],
  [{ keyPairNames: ['other'] }, () => false],
  [{ publicAddresses: [5, 7] }, (at) => at === 5 || at === 7],
  [{ publicAddresses: [5], securityGroups: ['third'] }, () => false],
];

for (const [kind, open] of Object.entries(stores)) {
  const count = kind === 'SQLite' ? COUNT : 2_000;
  test(`on ${kind}: every total and page is that of the whole list, narrowed`, async () => {
    const store = await open();
    await fill(store, count);
    await linkAll(store, count);
    const all = Array.from({ length: count }, (_, at) => at).toReversed();
    for (const [query, matches] of cases) {
      const expected = all.filter(matches);
      for (const offset of [0, 2, Math.floor(expected.length / 2), expected.length]) {
        const keys = expected.slice(offset, offset + 3).map(keyAt);
        const said = `${JSON.stringify(query)} from ${offset}`;
        assert.deepEqual(await list(store, query, offset), { total: expected.length, keys }, said);
      }
    }
    await store.close();
  });

  test(`on ${kind}: of a list without values there is nothing, whichever it is`, async () => {
    const store = await open();
    await fill(store, 10);
    const lists: ReadonlyArray<keyof InstanceNarrowing> = [
      'keys',
      'zones',
      'states',
      'names',
      'types',
      'typePatterns',
      'images',
      'vpcs',
      'subnets',
      'securityGroups',
      'dedicatedHosts',
      'chargeTypes',
      'projects',
      'privateAddresses',
      'publicAddresses',
      'addresses',
      'internetChargeTypes',
      'metadataEndpoints',
      'metadataTokens',
      'resourceGroups',
      'roles',
      'isolatedBy',
    ];
    for (const name of lists) {
      assert.deepEqual(await list(store, { [name]: [] }), { total: 0, keys: [] }, name);
    }
    // None of no values is taken away.
    assert.equal((await list(store, { notStates: [] })).total, 10);
    assert.equal((await list(store, { tags: [] })).total, 10);
    assert.equal((await list(store, { tags: [{ names: [] }] })).total, 0);
    await store.close();
  });

  test(`on ${kind}: a text longer than any that is stored matches nothing`, async () => {
    const store = await open();
    await fill(store, 10);
    const patterns = [containing('x'.repeat(60_000))];
    const named = { patterns, nameless: undefined };
    assert.deepEqual(await list(store, { named }), { total: 0, keys: [] });
    await store.close();
  });
}

test('while a long list is counted, other reads get through', async () => {
  const store = await openSqlite({ directory: ':memory:' });
  await fill(store, COUNT);
  let reads = 0;
  const counting = new AbortController();
  const others = (async () => {
    while (!counting.signal.aborted) {
      await store.read((reader) => reader.db.selectFrom('meta').selectAll().execute());
      reads += 1;
      await new Promise(setImmediate);
    }
  })();
  const named = { patterns: [containing('nowhere')], nameless: undefined };
  assert.equal((await list(store, { named })).total, 0);
  counting.abort();
  await others;
  assert.ok(reads > 1, `${reads} reads got through`);
  await store.close();
});
