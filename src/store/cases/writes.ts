import assert from 'node:assert/strict';
import { Rollback } from '../store.ts';
import type { Reader, Tx } from '../store.ts';
import { UniqueViolation } from '../unique-violation.ts';
import type { StoreCase } from './case.ts';
import { keysOf, moveVpc, vpc, vpcByKey } from './network.ts';

/** All or nothing, in order, and told only once it is kept. */
export const writeCases: readonly StoreCase[] = [
  {
    demands: 'keeps what a write did and answers what its work answered',
    async run(store) {
      const answer = await store.write(async (tx) => {
        await tx.insert('vpcs', [vpc('kept', 'a'), vpc('kept', 'b')]);
        return 7;
      });
      assert.equal(answer, 7);
      assert.deepEqual(await keysOf(store, 'kept'), ['a', 'b']);
    },
  },
  {
    demands: 'undoes a write whose work throws, and throws the same',
    async run(store) {
      const thrown = new Error('refused');
      const write = store.write(async (tx) => {
        await tx.insert('vpcs', [vpc('thrown', 'a')]);
        throw thrown;
      });
      await assert.rejects(write, thrown);
      assert.deepEqual(await keysOf(store, 'thrown'), []);
    },
  },
  {
    demands: 'undoes a Rollback and resolves to its value',
    async run(store) {
      const value = await store.write(async (tx): Promise<number> => {
        await tx.insert('vpcs', [vpc('rollback', 'a')]);
        throw new Rollback(42);
      });
      assert.equal(value, 42);
      assert.deepEqual(await keysOf(store, 'rollback'), []);
    },
  },
  {
    demands: 'shows a write its own rows, and nobody else before they are durable',
    async run(store) {
      const seen: Array<Promise<string[]>> = [];
      const write = store.write(async (tx) => {
        await tx.insert('vpcs', [vpc('own', 'a')]);
        assert.ok(await tx.first(vpcByKey, { key: 'own-a' }));
        seen.push(keysOf(store, 'own'));
        throw new Error('undone');
      });
      await assert.rejects(write, /undone/);
      for (const keys of await Promise.all(seen)) assert.deepEqual(keys, []);
    },
  },
  {
    demands: 'runs hooks once after the commit, in order, and never for what was undone',
    async run(store) {
      const heard: string[] = [];
      const hook = (tx: Tx, word: string): void => tx.afterCommit(() => heard.push(word));
      await store.write(async (tx) => {
        hook(tx, 'first');
        await tx.insert('vpcs', [vpc('hooks', 'a')]);
        hook(tx, 'second');
        assert.deepEqual(heard, []);
      });
      assert.deepEqual(heard, ['first', 'second']);
      const undone = store.write(async (tx) => {
        hook(tx, 'undone');
        throw new Error('no');
      });
      await assert.rejects(undone);
      await store.write(async (tx): Promise<void> => {
        hook(tx, 'dry');
        throw new Rollback(undefined);
      });
      assert.deepEqual(heard, ['first', 'second']);
    },
  },
  {
    demands: 'a hook finds what its write kept',
    async run(store) {
      let found: Promise<string[]> | undefined;
      await store.write(async (tx) => {
        await tx.insert('vpcs', [vpc('hooked', 'a')]);
        tx.afterCommit(() => {
          found = keysOf(store, 'hooked');
        });
      });
      assert.deepEqual(await found, ['a']);
    },
  },
  {
    demands: 'says how many rows a conditional update touched',
    async run(store) {
      const move = (from: string, to: string): Promise<number> =>
        store.write((tx) => tx.run(moveVpc, { key: 'moved-a', from, to }));
      await store.write((tx) => tx.insert('vpcs', [vpc('moved', 'a')]));
      assert.equal(await move('gone', 'lost'), 0);
      assert.equal(await move('available', 'deleting'), 1);
      assert.equal(await move('available', 'deleting'), 0);
      const both = await Promise.all([move('deleting', 'one'), move('deleting', 'two')]);
      assert.deepEqual(
        both.toSorted((a, b) => a - b),
        [0, 1],
      );
    },
  },
  {
    demands: 'a duplicate key is a UniqueViolation and undoes its write',
    async run(store) {
      await store.write((tx) => tx.insert('vpcs', [vpc('unique', 'a')]));
      const write = store.write((tx) =>
        tx.insert('vpcs', [vpc('unique', 'b'), vpc('unique', 'a')]),
      );
      await assert.rejects(write, UniqueViolation);
      assert.deepEqual(await keysOf(store, 'unique'), ['a']);
    },
  },
  {
    demands: 'undoes a write one of whose statements failed, though its work caught the error',
    async run(store) {
      await store.write((tx) => tx.insert('vpcs', [vpc('caught', 'a')]));
      const write = store.write(async (tx) => {
        await tx.insert('vpcs', [vpc('caught', 'b')]);
        await assert.rejects(tx.insert('vpcs', [vpc('caught', 'a')]), UniqueViolation);
        await assert.rejects(tx.first(vpcByKey, { key: 'caught-a' }));
      });
      await assert.rejects(write, UniqueViolation);
      assert.deepEqual(await keysOf(store, 'caught'), ['a']);
    },
  },
  {
    demands: 'concurrent writes all happen, one after the other',
    async run(store) {
      const add = (at: number): Promise<void> =>
        store.write(async (tx) => {
          const before = await tx.first(vpcByKey, { key: 'serial-a' });
          assert.ok(before);
          const counted = Number(before.doc) + 1;
          await tx.db
            .updateTable('vpcs')
            .set({ doc: String(counted), name: `by ${at}` })
            .where('key', '=', 'serial-a')
            .execute();
        });
      await store.write((tx) => tx.insert('vpcs', [vpc('serial', 'a', { doc: '0' })]));
      await Promise.all(Array.from({ length: 20 }, (_, at) => add(at)));
      const row = await store.read((reader) => reader.first(vpcByKey, { key: 'serial-a' }));
      assert.equal(row?.doc, '20');
    },
  },
  {
    demands: 'refuses what is asked of a transaction that has ended',
    async run(store) {
      const kept: { reader?: Reader; tx?: Tx } = {};
      await store.read(async (reader) => void (kept.reader = reader));
      await store.write(async (tx) => void (kept.tx = tx));
      const { reader, tx } = kept;
      assert.ok(reader && tx);
      await assert.rejects(reader.first(vpcByKey, { key: 'x' }), /ended/);
      await assert.rejects(tx.insert('vpcs', [vpc('ended', 'a')]), /ended/);
      await assert.rejects(tx.db.selectFrom('vpcs').selectAll().execute(), /ended/);
      assert.throws(() => tx.afterCommit(() => undefined), /ended/);
      assert.deepEqual(await keysOf(store, 'ended'), []);
    },
  },
  {
    demands: 'refuses to change rows in a read',
    async run(store) {
      const read = store.read((reader) =>
        reader.db.insertInto('vpcs').values(vpc('readonly', 'a')).execute(),
      );
      await assert.rejects(read);
      assert.deepEqual(await keysOf(store, 'readonly'), []);
      await store.ping();
    },
  },
];
