import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { seededRandom } from '#kernel/random.ts';
import type { Random } from '#kernel/random.ts';
import { auditSettled } from '../support/audit.ts';
import { type SpawnOptions, spawnServer } from '../support/spawned.ts';
import { openStoreOf, storeEnvironment } from '../support/store-choice.ts';
import { tencentClient } from '../support/tencent-client.ts';
import type { TencentClient } from '../support/tencent-client.ts';

const KEY = { id: 'AKIDkillkillkillkillkill', secret: 'a-secret-of-the-kill-test' };
/** `npm run hostile` asks for more. */
const KILLS = Number(process.env['YUNTAI_TEST_KILLS'] ?? 5);
const CLIENTS = 12;

async function serverOn(data: string): Promise<SpawnOptions> {
  const environment = await storeEnvironment(data);
  return { data, keyId: KEY.id, keySecret: KEY.secret, environment };
}

/** What the clients know: only what was answered counts. */
interface Ledger {
  /** By token, what a launch answered. */
  readonly launched: Map<string, readonly string[]>;
  /** Launches sent and not answered. */
  readonly unanswered: Set<string>;
  readonly released: Set<string>;
  /** Releases sent and not answered. */
  readonly doubtful: Set<string>;
}

const launch = (token: string, count: number): object => ({
  Placement: { Zone: 'ap-guangzhou-3' },
  ImageId: 'img-9qabwvbn',
  InstanceType: 'S5.MEDIUM4',
  InstanceCount: count,
  InternetAccessible: { InternetMaxBandwidthOut: 1 },
  LoginSettings: { Password: 'Qcloud@TestApi123' },
  ClientToken: token,
});

test('SIGKILL in a burst, time after time: nothing that was answered is lost', async () => {
  const data = await mkdtemp(join(tmpdir(), 'yuntai-kill-'));
  const random = seededRandom('kill');
  const ledger: Ledger = {
    launched: new Map(),
    unanswered: new Set(),
    released: new Set(),
    doubtful: new Set(),
  };
  for (let round = 0; round < KILLS; round += 1) {
    await burstAndKill({ data, random, ledger, round });
  }
  await settleAndCompare(data, ledger);
  const store = await openStoreOf(data);
  assert.deepEqual(await auditSettled(store), []);
  await store.close();
  await rm(data, { recursive: true });
});

async function burstAndKill(at: {
  readonly data: string;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly round: number;
}): Promise<void> {
  const { data, random, ledger, round } = at;
  const server = await spawnServer(await serverOn(data));
  const client = tencentClient(server.url, KEY);
  // Counted in answers, not in time, so that a slow machine is killed in the same places.
  let answers = 60 + random.integer(200);
  const answered = (): void => {
    answers -= 1;
    if (answers === 0) server.process.kill('SIGKILL');
  };
  const one = async (index: number): Promise<void> => {
    for (let turn = 0; ; turn += 1) {
      const token = `round-${round}-client-${index}-turn-${turn}`;
      try {
        const releases = turn % 3 === 2;
        await (releases ? releaseOne(client, ledger) : launchOne(client, ledger, { token, turn }));
      } catch (error) {
        if (!(error instanceof assert.AssertionError)) return;
        server.process.kill('SIGKILL');
        throw error;
      }
      answered();
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, index) => one(index)));
  assert.equal(await server.ended, 'SIGKILL');
  client.close();
}

async function launchOne(
  client: TencentClient,
  ledger: Ledger,
  { token, turn }: { readonly token: string; readonly turn: number },
): Promise<void> {
  ledger.unanswered.add(token);
  const answer = await client.call('RunInstances', launch(token, 1 + (turn % 4)));
  assert.equal(answer.Error, undefined, JSON.stringify(answer));
  ledger.unanswered.delete(token);
  ledger.launched.set(token, answer['InstanceIdSet'] as string[]);
}

/** Releases one that runs; those in between are refused, which changes nothing. */
async function releaseOne(client: TencentClient, ledger: Ledger): Promise<void> {
  for (const ids of ledger.launched.values()) {
    const id = ids.find((one) => !ledger.released.has(one) && !ledger.doubtful.has(one));
    if (id === undefined) continue;
    ledger.doubtful.add(id);
    const answer = await client.call('TerminateInstances', { InstanceIds: [id] });
    ledger.doubtful.delete(id);
    if (answer.Error === undefined) ledger.released.add(id);
    else assert.match(answer.Error.Code, /InstanceState|OperationInProgress/);
    return;
  }
}

async function settleAndCompare(data: string, ledger: Ledger): Promise<void> {
  const server = await spawnServer(await serverOn(data));
  const client = tencentClient(server.url, KEY);
  // The same token again gives the same instances: also for launches whose answer was lost.
  for (const [token, ids] of ledger.launched) {
    const turn = Number(token.split('-').at(-1));
    const again = await client.call('RunInstances', launch(token, 1 + (turn % 4)));
    assert.deepEqual(again['InstanceIdSet'], ids, token);
  }
  for (const token of ledger.unanswered) {
    const turn = Number(token.split('-').at(-1));
    const first = await client.call('RunInstances', launch(token, 1 + (turn % 4)));
    const ids = first['InstanceIdSet'] as string[];
    ledger.launched.set(token, ids);
  }
  const states = await settledStates(client);
  for (const ids of ledger.launched.values()) {
    for (const id of ids) {
      if (ledger.released.has(id)) assert.equal(states.get(id), undefined, `${id} came back`);
      else if (!ledger.doubtful.has(id)) assert.equal(states.get(id), 'RUNNING', id);
      states.delete(id);
    }
  }
  assert.deepEqual([...states], [], 'instances that nobody launched');
  client.close();
  server.process.kill('SIGTERM');
  assert.equal(await server.ended, 0);
}

/** Asks until nothing is on its way; a bounded number of times, each a whole look at the list. */
async function settledStates(client: TencentClient): Promise<Map<string, string>> {
  for (let looks = 0; looks < 600; looks += 1) {
    const states = new Map<string, string>();
    for (let offset = 0, total = 1; offset < total; offset += 100) {
      const page = await client.call('DescribeInstancesStatus', { Offset: offset, Limit: 100 });
      total = page['TotalCount'] as number;
      const set = page['InstanceStatusSet'] as Array<{ InstanceId: string; InstanceState: string }>;
      for (const { InstanceId: id, InstanceState: state } of set) states.set(id, state);
    }
    if ([...states.values()].every((state) => state === 'RUNNING' || state === 'STOPPED')) {
      return states;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error('The instances do not settle.');
}
