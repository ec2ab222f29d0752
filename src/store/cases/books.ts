import assert from 'node:assert/strict';
import { addToCounter, readCounters } from '../counters.ts';
import { expireTokens, findToken, saveToken } from '../idempotency.ts';
import type { NonceUse } from '../nonces.ts';
import type { Store } from '../store.ts';
import type { StoreCase } from './case.ts';

const counter = (account: string) => ({ account, scope: 'zone-1', name: 'instances' });

const add = (store: Store, account: string, change: { delta: number; limit?: number }) =>
  store.write((tx) => {
    const { delta, limit } = change;
    const key = counter(account);
    return addToCounter(tx, limit === undefined ? key : { ...key, limit }, delta);
  });

const used = async (store: Store, account: string): Promise<number | undefined> => {
  const key = { account, scope: 'zone-1' };
  return (await store.read((reader) => readCounters(reader, key))).get('instances');
};

/** Counters, client tokens and nonces. */
export const bookCases: readonly StoreCase[] = [
  {
    demands: 'a counter begins at 0, rises to its limit and not beyond, and falls to 0',
    async run(store) {
      assert.equal(await used(store, 'quota'), undefined);
      assert.equal(await add(store, 'quota', { delta: 11, limit: 10 }), false);
      assert.equal(await used(store, 'quota'), undefined);
      assert.equal(await add(store, 'quota', { delta: 4, limit: 10 }), true);
      assert.equal(await add(store, 'quota', { delta: 6, limit: 10 }), true);
      assert.equal(await add(store, 'quota', { delta: 1, limit: 10 }), false);
      assert.equal(await add(store, 'quota', { delta: 0, limit: 10 }), true);
      assert.equal(await used(store, 'quota'), 10);
      assert.equal(await add(store, 'quota', { delta: 5 }), true);
      assert.equal(await add(store, 'quota', { delta: -15, limit: 1 }), true);
      assert.equal(await used(store, 'quota'), 0);
    },
  },
  {
    demands: 'a counter never falls below 0: the write is undone',
    async run(store) {
      await add(store, 'below', { delta: 2 });
      await assert.rejects(add(store, 'below', { delta: -3 }), RangeError);
      await assert.rejects(add(store, 'nothing', { delta: -1 }), RangeError);
      assert.equal(await used(store, 'below'), 2);
    },
  },
  {
    demands: 'concurrent writes never take a counter beyond its limit',
    async run(store) {
      const all = Array.from({ length: 20 }, () => add(store, 'race', { delta: 1, limit: 7 }));
      const done = await Promise.all(all);
      assert.equal(done.filter(Boolean).length, 7);
      assert.equal(await used(store, 'race'), 7);
    },
  },
  {
    demands: 'of concurrent writes with one token one is kept, and all get its result',
    async run(store) {
      const key = { account: 'tokens', scope: 'run-instances', token: 't' };
      const launch = (mine: string): Promise<string> =>
        store.write(async (tx) => {
          const before = await findToken(tx, key);
          if (before !== undefined) return before.result;
          await saveToken(tx, { ...key, hash: 'h', result: mine, created_at: 1 });
          return mine;
        });
      const results = await Promise.all(Array.from({ length: 10 }, (_, at) => launch(`r${at}`)));
      assert.equal(new Set(results).size, 1);
      const kept = await store.read((reader) => findToken(reader, key));
      assert.equal(kept?.result, results[0]);
      const other = await store.read((reader) => findToken(reader, { ...key, account: 'other' }));
      assert.equal(other, undefined);
    },
  },
  {
    demands: 'tokens are forgotten oldest first, a bounded number at a time',
    async run(store) {
      const key = (at: number) => ({ account: 'expiry', scope: 's', token: `t${at}` });
      await store.write(async (tx) => {
        // Long before any other case's, so that only these are forgotten.
        for (const at of [1, 2, 3, 4]) {
          await saveToken(tx, { ...key(at), hash: '', result: '', created_at: at - 100 });
        }
      });
      const expire = () => store.write((tx) => expireTokens(tx, -96, 2));
      assert.equal(await expire(), 2);
      assert.equal(await store.read((reader) => findToken(reader, key(2))), undefined);
      assert.ok(await store.read((reader) => findToken(reader, key(3))));
      assert.equal(await expire(), 1);
      assert.equal(await expire(), 0);
      assert.ok(await store.read((reader) => findToken(reader, key(4))));
    },
  },
  {
    demands: 'a nonce is claimed once per principal until it expires',
    async run({ nonces }) {
      const claim = (use: Partial<NonceUse>, now: number): Promise<boolean> =>
        nonces.claim({ principal: 'p', nonce: 'n', expiresAt: 1_000, ...use }, now);
      assert.equal(await claim({}, 0), true);
      assert.equal(await claim({ expiresAt: 2_000 }, 1), false);
      assert.equal(await claim({ principal: 'q' }, 1), true);
      assert.equal(await claim({ principal: 'pn', nonce: '' }, 1), true);
      assert.equal(await claim({ expiresAt: 3_000 }, 1_000), true);
      assert.equal(await claim({ expiresAt: 4_000 }, 2_999), false);
      const long = 'x'.repeat(100_000);
      const later = { expiresAt: 5_000 };
      assert.equal(await claim({ nonce: `${long}1`, ...later }, 2_999), true);
      assert.equal(await claim({ nonce: `${long}2`, ...later }, 2_999), true);
      const racing = () => claim({ nonce: 'race', ...later }, 2_999);
      const race = await Promise.all(Array.from({ length: 8 }, racing));
      assert.equal(race.filter(Boolean).length, 1);
    },
  },
  {
    demands: 'nonces in use survive while expired ones are forgotten',
    async run({ nonces }) {
      const claim = (at: number, expiresAt: number, now: number): Promise<boolean> =>
        nonces.claim({ principal: 'purge', nonce: `n${at}`, expiresAt }, now);
      for (let at = 0; at < 500; at += 1) {
        const expiresAt = at % 10 === 0 ? 1_000_000 : 10_000 + at;
        assert.equal(await claim(at, expiresAt, 10_000 + at), true);
      }
      for (let at = 0; at < 500; at += 10) {
        assert.equal(await claim(at, 1_000_000, 20_000), false);
      }
    },
  },
  {
    demands: 'a nonce that was forgotten is not new again where the clock goes back',
    async run({ nonces }) {
      const principal = 'back';
      const claim = (nonce: string, expiresAt: number, now: number): Promise<boolean> =>
        nonces.claim({ principal, nonce, expiresAt }, now);
      assert.equal(await claim('used', 50_000_000, 49_000_000), true);
      // A thousand seconds ahead, where enough is claimed that the expired ones are forgotten.
      for (let at = 0; at < 300; at += 1) await claim(`later${at}`, 51_000_000, 50_000_000);
      assert.equal(await claim('used', 50_000_000, 49_000_001), false);
      assert.equal(await claim('fresh', 50_000_001, 49_000_001), true);
      // Two months ahead and back: what ends earlier than anything forgotten is taken all the same.
      const monthsLater = 5_000_000_000;
      for (let at = 0; at < 300; at += 1) await claim(`at${at}`, monthsLater, monthsLater - 1);
      for (let at = 0; at < 600; at += 1) await claim(`on${at}`, monthsLater + 9, monthsLater);
      assert.equal(await claim('after', 52_000_000, 51_000_000), true);
    },
  },
];
