import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { keysOf, vpc, vpcByKey } from './cases/network.ts';
import { SpannedMacrotask } from './macrotask-guard.ts';
import { openSqlite } from './sqlite.ts';
import { Rollback } from './store.ts';
import type { Store } from './store.ts';

interface Counted {
  readonly store: Store;
  readonly commits: number[];
  readonly hookErrors: unknown[];
}

async function opened(writesPerCommitMax = 64): Promise<Counted> {
  const commits: number[] = [];
  const hookErrors: unknown[] = [];
  const store = await openSqlite({
    directory: ':memory:',
    onCommit: (writes) => commits.push(writes),
    onHookError: (error) => hookErrors.push(error),
    writesPerCommitMax,
  });
  return { store, commits, hookErrors };
}

const insertOne = (store: Store, key: string): Promise<void> =>
  store.write((tx) => tx.insert('vpcs', [vpc('g', key)]));

describe('group commit', () => {
  it('64 writes that arrive together share one commit', async () => {
    const { store, commits } = await opened();
    await Promise.all(Array.from({ length: 64 }, (_, at) => insertOne(store, `${at}`)));
    assert.deepEqual(commits, [64]);
    assert.equal((await keysOf(store, 'g')).length, 64);
  });

  it('writes that arrive in one turn of the loop share a commit, late ones too', async () => {
    const { store, commits } = await opened();
    const late = Promise.resolve()
      .then(() => undefined)
      .then(() => insertOne(store, 'late'));
    await Promise.all([insertOne(store, 'early'), late]);
    assert.deepEqual(commits, [2]);
  });

  it('a commit carries as many writes as configured at most, in order of arrival', async () => {
    const { store, commits } = await opened(10);
    await Promise.all(Array.from({ length: 25 }, (_, at) => insertOne(store, `${at}`)));
    assert.deepEqual(commits, [10, 10, 5]);
    const expected = Array.from({ length: 25 }, (_, at) => `${at}`);
    assert.deepEqual(await keysOf(store, 'g'), expected);
  });

  it('a write that fails leaves its neighbours in the group alone', async () => {
    const { store, commits } = await opened();
    await insertOne(store, 'taken');
    const failures = [
      insertOne(store, 'taken'),
      store.write(async (tx) => {
        await tx.insert('vpcs', [vpc('g', 'thrown')]);
        throw new Error('refused');
      }),
      store.write(async (tx): Promise<void> => {
        await tx.insert('vpcs', [vpc('g', 'dry')]);
        throw new Rollback(undefined);
      }),
    ];
    const outcomes = await Promise.allSettled([
      insertOne(store, 'before'),
      ...failures,
      insertOne(store, 'after'),
    ]);
    const kinds = outcomes.map((outcome) => outcome.status);
    assert.deepEqual(kinds, ['fulfilled', 'rejected', 'rejected', 'fulfilled', 'fulfilled']);
    assert.deepEqual(await keysOf(store, 'g'), ['taken', 'before', 'after']);
    assert.deepEqual(commits, [1, 2]);
  });

  it('what changes nothing costs no commit', async () => {
    const { store, commits } = await opened();
    await assert.rejects(store.write(() => Promise.reject(new Error('refused'))));
    assert.deepEqual(commits, []);
  });

  it('a later write of the group sees what an earlier one did', async () => {
    const { store } = await opened();
    const first = insertOne(store, 'a');
    const second = store.write((tx) => tx.first(vpcByKey, { key: 'g-a' }));
    await first;
    assert.equal((await second)?.key, 'g-a');
  });

  it('a refusal because of a row is not answered before that row is durable', async () => {
    const { store, commits } = await opened();
    const answered: string[] = [];
    const first = insertOne(store, 'a').then(() => answered.push('kept'));
    const second = insertOne(store, 'a').catch(() => answered.push(`refused, ${commits.length}`));
    await Promise.all([first, second]);
    assert.deepEqual(answered, ['kept', 'refused, 1']);
  });

  it('a hook that throws is reported and hurts neither its write nor other hooks', async () => {
    const { store, hookErrors } = await opened();
    const thrown = new Error('hook');
    let ran = false;
    await store.write(async (tx) => {
      await tx.insert('vpcs', [vpc('g', 'a')]);
      tx.afterCommit(() => {
        throw thrown;
      });
      tx.afterCommit(() => {
        ran = true;
      });
    });
    assert.deepEqual(hookErrors, [thrown]);
    assert.ok(ran);
  });

  it('closing finishes the writes under way and refuses later ones', async () => {
    const { store, commits } = await opened(1);
    const writes = ['a', 'b', 'c'].map((key) => insertOne(store, key));
    const closing = store.close();
    await assert.rejects(insertOne(store, 'd'), /closed/);
    await assert.rejects(keysOf(store, 'g'), /closed/);
    await Promise.all([...writes, closing, store.close()]);
    assert.deepEqual(commits, [1, 1, 1]);
  });
});

describe('the macrotask guard', () => {
  const file = new URL(import.meta.url);

  it('a write that awaits something else is undone; its neighbours are kept', async () => {
    const { store, commits } = await opened();
    const late: Array<Promise<unknown>> = [];
    const spanning = store.write(async (tx) => {
      await tx.insert('vpcs', [vpc('g', 'spanning')]);
      await readFile(file);
      const insert = tx.insert('vpcs', [vpc('g', 'afterwards')]);
      late.push(insert.catch((error: unknown) => error));
      return insert;
    });
    const neighbour = insertOne(store, 'neighbour');
    await assert.rejects(spanning, SpannedMacrotask);
    await neighbour;
    await readFile(file);
    while (late.length === 0) await readFile(file);
    assert.match(String(await late[0]), /ended/);
    assert.deepEqual(await keysOf(store, 'g'), ['neighbour']);
    assert.deepEqual(commits, [1]);
  });

  it('a read that awaits something else is told so', async () => {
    const { store } = await opened();
    const spanning = store.read(async (reader) => {
      await reader.first(vpcByKey, { key: 'a' });
      await readFile(file);
    });
    await assert.rejects(spanning, SpannedMacrotask);
  });

  it('a write or a read within a write is told so instead of hanging', async () => {
    const { store } = await opened();
    const nested = store.write(async (tx) => {
      await tx.insert('vpcs', [vpc('g', 'outer')]);
      await insertOne(store, 'inner');
    });
    await assert.rejects(nested, SpannedMacrotask);
    const reading = store.write(() => keysOf(store, 'g'));
    await assert.rejects(reading, SpannedMacrotask);
    const writing = store.read(() => insertOne(store, 'from a read'));
    await assert.rejects(writing, SpannedMacrotask);
    while ((await keysOf(store, 'g')).length < 2) await readFile(file);
    assert.deepEqual(await keysOf(store, 'g'), ['inner', 'from a read']);
  });

  it('work of many statements may take as many microtasks as it likes', async () => {
    const { store } = await opened();
    await store.write(async (tx) => {
      for (let at = 0; at < 1_000; at += 1) await tx.insert('vpcs', [vpc('g', `${at}`)]);
    });
    assert.equal((await keysOf(store, 'g')).length, 1_000);
  });
});
