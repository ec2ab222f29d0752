/**
 * A process of its own that opens the store in the directory it is given, for what only another
 * process can show: being killed, a lock, a full disk. It prints a line of JSON per thing done.
 */
import process from 'node:process';
import { vpc } from './cases/network.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

const [, , part = '', directory = ''] = process.argv;

function say(done: unknown): void {
  process.stdout.write(`${JSON.stringify(done)}\n`);
}

/** Writes and claims until it is killed. */
async function writeOn(store: Store): Promise<void> {
  for (let at = 0; ; at += 1) {
    await store.nonces.claim({ principal: 'p', nonce: `n${at}`, expiresAt: 1_000 }, 0);
    await Promise.all([
      store.write((tx) => tx.insert('vpcs', [vpc('killed', `${at}`)])),
      store.write((tx) => tx.insert('vpcs', [vpc('neighbour', `${at}`)])),
    ]);
    say(at);
  }
}

/**
 * Under a limit on the size of files: a commit that outgrows it, with two small writes in its
 * group, and then one that fits.
 */
async function overflow(store: Store): Promise<void> {
  // Without a listener the system ends a process that writes beyond the limit.
  process.on('SIGXFSZ', () => undefined);
  const insert = (key: string, size: number): Promise<void> =>
    store.write((tx) => tx.insert('vpcs', [vpc('full', key, { doc: 'x'.repeat(size) })]));
  await insert('before', 10);
  const group = [insert('small', 10), insert('huge', 4_000_000), insert('other', 10)];
  for (const outcome of await Promise.allSettled(group)) {
    say(outcome.status === 'rejected' ? String(outcome.reason) : 'kept');
  }
  await insert('after', 10);
  say('recovered');
  await store.close();
}

const store = await openSqlite({ directory });
say('ready');
if (part === 'write') await writeOn(store);
if (part === 'overflow') await overflow(store);
// The pipe from the process that started this one keeps it alive, and no longer than that one.
if (part === 'hold') process.stdin.resume();
