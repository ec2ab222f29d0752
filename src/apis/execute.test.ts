import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sealer } from '#resources/account/sealer.ts';
import type { Cloud } from '#resources/cloud.ts';
import { openNetworks, type TestNetworks } from '#resources/networks.test-support.ts';
import { simulatedClock } from '#kernel/clock.ts';
import { seededRandom } from '#kernel/random.ts';
import type { Action } from '#wire/action.ts';
import { boolean, string, structure } from '#wire/builders.ts';
import type { Order } from '#wire/pipeline.ts';
import { action } from './context.ts';
import { carryOut } from './execute.ts';

let networks: TestNetworks;
let prepared = 0;
const random = seededRandom('execute');
const configuration = { tokenMs: 1_000 };
const cloud = { configuration, sealer: sealer(random.bytes(32), random) } as unknown as Cloud;
const clock = simulatedClock(0);

before(async () => {
  networks = await openNetworks();
});
after(() => networks.store.close());

const makeThing = action.write({
  name: 'MakeThing',
  region: 'none',
  token: 'Token',
  dryRun: 'DryRun',
  input: structure({ Token: string(), DryRun: boolean(), Name: string() }),
  output: structure({ Secret: string() }),
  prepare: async () => {
    prepared += 1;
    return `secret-${prepared}`;
  },
  handle: async (_context, _input, secret) => ({ Secret: secret }),
});

function carry(input: Readonly<Record<string, unknown>>) {
  const dialect = { name: 'test', vendor: 'tencent', region: (name: string) => name };
  const principal = { account: 'account1', principal: 'p' };
  const order = { dialect, principal, input, action: makeThing as Action, call: {} };
  return carryOut({ store: networks.store, cloud, clock }, order as unknown as Order);
}

test('what is prepared is made once, although the transaction is tried twice', async () => {
  const made = prepared;
  assert.deepEqual(await carry({}), { output: { Secret: `secret-${made + 1}` } });
  assert.equal(prepared, made + 1);
});

test('a token that was used prepares nothing, and never answers a second secret', async () => {
  const first = await carry({ Token: 'one' });
  const made = prepared;
  assert.deepEqual(await carry({ Token: 'one' }), first);
  assert.equal(prepared, made);
});

test('requests with one token that come together are answered one secret', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => carry({ Token: 'together' })));
  assert.deepEqual(answers[1], answers[0]);
  assert.deepEqual(answers[2], answers[0]);
});

test('a token whose time is over is used anew', async () => {
  const first = await carry({ Token: 'old' });
  clock.advance(1_001);
  assert.notDeepEqual(await carry({ Token: 'old' }), first);
});

test('a dry run answers nothing of what it prepared, and uses no token', async () => {
  assert.deepEqual(await carry({ Token: 'dry', DryRun: true }), { dryRun: true });
  const made = prepared;
  await carry({ Token: 'dry' });
  assert.equal(prepared, made + 1);
});
