import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { listItemsMax } from '../compile.ts';
import { containing, likeText } from '../like.ts';
import { statement } from '../statement.ts';
import type { SqlValue } from '../statement.ts';
import type { Store } from '../store.ts';
import type { StoreCase } from './case.ts';
import { keysOf, vpc, vpcNames } from './network.ts';

const byKeys = statement<{ readonly account: string; readonly keys: readonly string[] }>()(
  (db, p) =>
    db
      .selectFrom('vpcs')
      .select('name')
      .where('account', '=', p.account)
      .where('key', 'in', p.keys)
      .orderBy('seq'),
);

const notIn = statement<{ readonly account: string; readonly keys: readonly string[] }>()((db, p) =>
  db
    .selectFrom('vpcs')
    .select('name')
    .where('account', '=', p.account)
    .where('key', 'not in', p.keys),
);

const sums = statement<{ readonly account: string }>()((db, p) =>
  db
    .selectFrom('vpcs')
    .select((eb) => [
      eb.fn.sum<number>('created_at').as('total'),
      eb.fn.countAll<number>().as('count'),
      eb.fn.max('created_at').as('most'),
    ])
    .where('account', '=', p.account),
);

const likeName = statement<{ readonly account: string; readonly pattern: string }>()((db, p) =>
  db
    .selectFrom('vpcs')
    .select('name')
    .where('account', '=', p.account)
    .where((eb) => likeText(eb.ref('name'), p.pattern))
    .orderBy('seq'),
);

const halved = statement<{ readonly key: string; readonly by: number }>()((db, p) =>
  db
    .selectFrom('vpcs')
    .select((eb) => eb('created_at', '/', p.by).as('half'))
    .where('key', '=', p.key),
);

async function named(store: Store, account: string, names: readonly string[]): Promise<void> {
  const rows = names.map((name, at) => vpc(account, `${at}`, { name }));
  await store.write((tx) => tx.insert('vpcs', rows));
}

/** Where the databases differ, the store does not (D8). */
export const trapCases: readonly StoreCase[] = [
  {
    demands: 'whole numbers up to 2^53 - 1 come back as they went',
    async run(store) {
      const most = Number.MAX_SAFE_INTEGER;
      const row = { kind: 'k', account: 'wide', created_at: most, doc: '{}' };
      await store.write((tx) =>
        tx.insert('orders', [
          { ...row, key: 'wide-1', amount_micro_yuan: most },
          { ...row, key: 'wide-2', amount_micro_yuan: -most },
        ]),
      );
      const rows = await store.read((reader) =>
        reader.db
          .selectFrom('orders')
          .select('amount_micro_yuan')
          .where('account', '=', 'wide')
          .orderBy('seq')
          .execute(),
      );
      assert.deepEqual(
        rows.map((found) => found.amount_micro_yuan),
        [most, -most],
      );
    },
  },
  {
    demands:
      'a number beyond 2^53, a fraction, a boolean or what is no text is refused, not changed',
    async run(store) {
      for (const value of [2 ** 53, 1.5, Number.NaN, true, undefined, 'a\0b', 'a\ud800b']) {
        const row = vpc('refused', 'a', { created_at: value as number });
        const write = store.write((tx) => tx.insert('vpcs', [row]));
        await assert.rejects(write, (error) => {
          return error instanceof RangeError || error instanceof TypeError;
        });
        const found = store.read((reader) =>
          reader.all(likeName, { account: 'refused', pattern: value as string }),
        );
        await (value === undefined || typeof value !== 'string'
          ? assert.rejects(found)
          : assert.rejects(found, /cannot hold/));
      }
      assert.deepEqual(await keysOf(store, 'refused'), []);
    },
  },
  {
    demands: 'a result beyond 2^53 is an error, never a rounded number',
    async run(store) {
      const rows = ['a', 'b'].map((key) => vpc('beyond', key, { created_at: 2 ** 53 - 1 }));
      await store.write((tx) => tx.insert('vpcs', rows));
      await assert.rejects(store.read((reader) => reader.first(sums, { account: 'beyond' })));
    },
  },
  {
    demands: 'sum, count and max are numbers; the sum of nothing is null',
    async run(store) {
      const rows = [1, 2, 39].map((at) => vpc('sums', `${at}`, { created_at: at }));
      await store.write((tx) => tx.insert('vpcs', rows));
      const found = await store.read((reader) => reader.first(sums, { account: 'sums' }));
      assert.deepEqual(found, { total: 42, count: 3, most: 39 });
      const none = await store.read((reader) => reader.first(sums, { account: 'no such' }));
      assert.deepEqual(none, { total: null, count: 0, most: null });
    },
  },
  {
    demands: 'dividing whole numbers gives a whole number',
    async run(store) {
      await store.write((tx) => tx.insert('vpcs', [vpc('halved', 'a', { created_at: 7 })]));
      const found = await store.read((reader) => {
        return reader.first(halved, { key: 'halved-a', by: 2 });
      });
      assert.deepEqual(found, { half: 3 });
    },
  },
  {
    demands: 'an empty list matches nothing with in and everything with not in',
    async run(store) {
      await named(store, 'empty', ['one']);
      const given = { account: 'empty', keys: [] };
      assert.deepEqual(await store.read((reader) => reader.all(byKeys, given)), []);
      assert.equal((await store.read((reader) => reader.all(notIn, given))).length, 1);
      const dynamic = await store.read((reader) =>
        reader.db.selectFrom('vpcs').selectAll().where('key', 'in', []).execute(),
      );
      assert.deepEqual(dynamic, []);
      const within = await store.read((reader) =>
        reader.db
          .selectFrom('vpcs')
          .selectAll()
          .where('key', 'in', (inner) =>
            inner.selectFrom('vpcs').select('key').where('key', 'in', []),
          )
          .execute(),
      );
      assert.deepEqual(within, []);
    },
  },
  {
    demands: 'a list of any length up to the limit finds its rows, each once',
    async run(store) {
      const count = 30;
      await named(
        store,
        'lists',
        Array.from({ length: count }, (_, at) => `n${at}`),
      );
      for (const length of [1, 2, 3, 4, 5, 17, 30, listItemsMax]) {
        const keys = Array.from({ length }, (_, at) => `lists-${at}`);
        const found = await store.read((reader) => reader.all(byKeys, { account: 'lists', keys }));
        assert.deepEqual(
          found.map((row) => row.name),
          Array.from({ length: Math.min(length, count) }, (_, at) => `n${at}`),
        );
      }
      const keys = Array.from({ length: listItemsMax + 1 }, (_, at) => `lists-${at}`);
      const tooMany = store.read((reader) => reader.all(byKeys, { account: 'lists', keys }));
      await assert.rejects(tooMany, /1025 items/);
    },
  },
  {
    demands: 'inserts more rows at once than a statement can bind values, and none without error',
    async run(store) {
      const rows = Array.from({ length: 7_500 }, (_, at) => vpc('many', `${at}`));
      await store.write((tx) => tx.insert('vpcs', rows));
      const found = await store.read((reader) => reader.first(sums, { account: 'many' }));
      assert.equal(found?.count, 7_500);
      await store.write((tx) => tx.insert('vpcs', []));
    },
  },
  {
    demands: 'many rows keep their order and every text as it is, whatever it looks like',
    async run(store) {
      const names = ['', 'NULL', 'null', '{a,b}', '"', '\\', "'", ',', ' a ', '\n', '{}', '表'];
      const rows = [null, ...names].map((name, at) => vpc('texts', `${at}`, { name }));
      await store.write((tx) => tx.insert('vpcs', rows));
      const found = await store.read((reader) => reader.all(vpcNames, { account: 'texts' }));
      assert.deepEqual(
        found.map(({ name }) => name),
        [null, ...names],
      );
    },
  },
  {
    demands: 'rows of one insert may leave out different columns',
    async run(store) {
      const { name: _, ...nameless } = vpc('mixed', '1');
      const rows = [vpc('mixed', '0', { name: 'n' }), nameless, vpc('mixed', '2', { name: 'm' })];
      await store.write((tx) => tx.insert('vpcs', rows));
      const found = await store.read((reader) =>
        reader.all(notIn, { account: 'mixed', keys: ['none'] }),
      );
      assert.deepEqual(
        found.map((row) => row.name),
        ['n', null, 'm'],
      );
    },
  },
  {
    demands: 'LIKE tells case apart and takes the text of a search as it is',
    async run(store) {
      const names = ['web', 'Web', '100%', '1000', 'a_b', 'axb', 'back\\slash', '云台'];
      await named(store, 'like', names);
      const search = async (text: string): Promise<Array<string | null>> => {
        const given = { account: 'like', pattern: containing(text) };
        const rows = await store.read((reader) => reader.all(likeName, given));
        return rows.map((row) => row.name);
      };
      assert.deepEqual(await search('web'), ['web']);
      assert.deepEqual(await search('0%'), ['100%']);
      assert.deepEqual(await search('a_b'), ['a_b']);
      assert.deepEqual(await search('k\\s'), ['back\\slash']);
      assert.deepEqual(await search('云'), ['云台']);
    },
  },
  {
    demands: 'text is ordered and compared by its bytes',
    async run(store) {
      await named(store, 'order', ['b', 'B', 'a', 'ä', '_', 'é', 'e\u0301']);
      const found = await store.read((reader) =>
        reader.db
          .selectFrom('vpcs')
          .select('name')
          .where('account', '=', 'order')
          .orderBy('name')
          .execute(),
      );
      assert.deepEqual(
        found.map((row) => row.name),
        ['B', '_', 'a', 'b', 'e\u0301', 'ä', 'é'],
      );
    },
  },
  {
    demands: 'a statement takes constants, quotes and all, and hostile text stays text',
    async run(store) {
      const hostile = `'; drop table vpcs; -- " \\ $1 ?`;
      const constant = statement<{ readonly account: string }>()((db, p) =>
        db
          .selectFrom('vpcs')
          .select((eb) => ['name', sql<string>`${`it's`}`.as('said'), eb.lit(1).as('one')])
          .where('account', '=', p.account)
          .where('state', 'in', ['available', `it's`]),
      );
      await named(store, 'hostile', [hostile]);
      const given = { account: 'hostile' };
      const found = await store.read((reader) => reader.all(constant, given));
      assert.deepEqual(found, [{ name: hostile, said: `it's`, one: 1 }]);
    },
  },
  {
    demands:
      'a builder that computes with a place, and parameters it was not built for, are refused',
    async run(store) {
      const computing = statement<{ readonly offset: number }>()((db, p) =>
        db
          .selectFrom('vpcs')
          .selectAll()
          .limit(p.offset + 1),
      );
      const compute = store.read((reader) => reader.all(computing, { offset: 1 }));
      await assert.rejects(compute, /cannot compute/);
      const given: Record<string, SqlValue> = { key: 'x' };
      const open = statement<Record<string, SqlValue>>()((db, p) =>
        db
          .selectFrom('vpcs')
          .selectAll()
          .where('key', '=', String(p['key'] === undefined)),
      );
      await store.read((reader) => reader.all(open, given));
      const more = store.read((reader) => reader.all(open, { ...given, more: 1 }));
      await assert.rejects(more, /"more"/);
    },
  },
];
