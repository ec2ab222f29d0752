import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#kernel/random.ts';
import { openSqlite } from '#store/sqlite.ts';
import { sealer } from '../account/sealer.ts';
import { deliver, listMessages } from './inbox.ts';

const random = seededRandom('inbox');
const seals = sealer(random.bytes(32), random);

test('messages come to their account alone, in order, and are kept sealed', async () => {
  const store = await openSqlite({ directory: ':memory:' });
  const send = (account: string, password: string) =>
    store.write((db) =>
      deliver(
        { db, account, now: 7, cloud: { sealer: seals } },
        { kind: 'default-password', body: { instance: 'r8hr2upy', password } },
      ),
    );
  for (const password of ['first', 'second', 'third']) await send('1', password);
  await send('2', 'another');
  const list = (account: string, after?: number) =>
    store.read((reader) =>
      listMessages(reader, seals, { account, ...(after !== undefined && { after }) }),
    );
  const messages = await list('1');
  assert.deepEqual(
    messages.map(({ body }) => body['password']),
    ['first', 'second', 'third'],
  );
  assert.ok(
    messages.every(({ kind, createdAt }) => kind === 'default-password' && createdAt === 7),
  );
  assert.deepEqual(await list('1', messages[1]?.number), [messages[2]]);
  assert.equal((await list('2')).length, 1);
  assert.deepEqual(await list('3'), []);
  const rows = await store.read(({ db }) => db.selectFrom('inbox').selectAll().execute());
  assert.ok(!/first|second|r8hr2upy/.test(JSON.stringify(rows)));
  await store.close();
});

test('a message moved to another account does not open there', async () => {
  const store = await openSqlite({ directory: ':memory:' });
  const scope = { account: '1', now: 0, cloud: { sealer: seals } };
  await store.write((db) => deliver({ ...scope, db }, { kind: 'default-password', body: {} }));
  await store.write(({ db }) => db.updateTable('inbox').set({ account: '2' }).execute());
  await assert.rejects(store.read((reader) => listMessages(reader, seals, { account: '2' })));
  await store.close();
});
