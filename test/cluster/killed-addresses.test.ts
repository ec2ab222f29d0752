import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Random, seededRandom } from '#kernel/random.ts';
import { ask, askUntilAnswered, isToBeTriedAgain, killUntil } from '../support/killed-cluster.ts';
import { withoutServer } from '../support/postgres-server.ts';
import { idsIn, settledStates, TENCENT_LAUNCH } from '../support/spawned-cloud.ts';
import { spawnCluster, type SpawnedCluster } from '../support/spawned-cluster.ts';

// Three processes share one pool of public addresses that is too small for all. Clients allocate,
// bind, unbind and release through any of them, while one of the three is killed and started again
// every five seconds. What they were answered is then held against what is there; what is free and
// what is held has to make the pool.

const PROCESSES = 3;
const CLIENTS = 32;
const INSTANCES = 24;
const RUN_MS = 30_000;
/** Of the pool: 64 less its network's own and its last. */
const POOL = { cidr: '203.0.113.0/26', size: 62 } as const;
const HELD_MAX = 3;

const simulator = {
  hosts: { perZone: 2, cpu: 512, memoryGiB: 2_048, diskGiB: 200_000 },
  delaysMs: { boot: [5, 50] },
  quotas: { elasticAddressesPerRegionMax: 100_000 },
};

/** What the clients know of an address: only what was answered counts. */
interface Known {
  /** What it is bound to; null where it is free, undefined where an answer is missing. */
  at: string | null | undefined;
}

interface Ledger {
  readonly held: Map<string, Known>;
  readonly released: Set<string>;
  /** Released without an answer: either may have come true. */
  readonly doubtful: Set<string>;
  readonly answers: Map<string, number>;
  noAnswer: number;
  short: number;
}

interface Client {
  readonly name: string;
  readonly random: Random;
  readonly held: string[];
}

test(
  'three processes, one killed every five seconds: public addresses are exact',
  { skip: withoutServer },
  async (t) => {
    const environment = { YUNTAI_PUBLIC_CIDR: POOL.cidr };
    const cluster = await spawnCluster({ processes: PROCESSES, simulator, environment });
    const instances = await launched(cluster);
    const ledger: Ledger = {
      held: new Map(),
      released: new Set(),
      doubtful: new Set(),
      answers: new Map(),
      noAnswer: 0,
      short: 0,
    };
    const until = Date.now() + RUN_MS;
    const kills = killUntil(cluster, until);
    const clients = Array.from({ length: CLIENTS }, (_, index) => {
      const random = seededRandom(`address client ${index}`);
      const client = { name: `${index}`, random, held: [] };
      return useUntil(cluster, ledger, { until, client, instances });
    });
    await Promise.all([kills, ...clients]);
    const { answers, noAnswer, short } = ledger;
    const told = [...answers].map(([action, count]) => `${count} ${action}`).join(', ');
    t.diagnostic(`${told}; ${short} short, ${noAnswer} not answered, ${await kills} kills`);
    for (const action of ['Allocate', 'Associate', 'Disassociate', 'Release']) {
      const [found] = [...answers].filter(([name]) => name.startsWith(action));
      assert.ok((found?.[1] ?? 0) > CLIENTS, `only ${found?.[1] ?? 0} ${action}`);
    }
    assert.ok(short > 0, 'the pool was never empty');
    await compare(cluster, ledger);
    await cluster.closeAudited();
  },
);

async function launched(cluster: SpawnedCluster): Promise<readonly string[]> {
  const [member] = cluster.members;
  assert.ok(member);
  const asked = { ...TENCENT_LAUNCH, InstanceCount: INSTANCES };
  const ids = idsIn(await member.client.call('RunInstances', asked));
  await settledStates(member.client.call);
  return ids;
}

interface Use {
  readonly until: number;
  readonly client: Client;
  readonly instances: readonly string[];
}

async function useUntil(
  cluster: SpawnedCluster,
  ledger: Ledger,
  { until, client, instances }: Use,
): Promise<void> {
  for (let turn = 0; Date.now() < until; turn += 1) {
    const { random, held } = client;
    if (held.length === 0 || (held.length < HELD_MAX && random.integer(2) === 0)) {
      const ClientToken = `address-${client.name}-${turn}`;
      await allocate(cluster, ledger, { client, body: { AddressCount: 1, ClientToken } });
      continue;
    }
    const AddressId = held[random.integer(held.length)] ?? '';
    const known = ledger.held.get(AddressId);
    assert.ok(known);
    if (known.at !== null) {
      const refusals = /^InvalidAddressIdStatus\.NotPermit|AddressIdNotFound|NotBound|Unbind/;
      await change(cluster, ledger, {
        client,
        AddressId,
        refusals,
        to: null,
        action: 'DisassociateAddress',
        body: { AddressId },
      });
    } else if (random.integer(3) > 0) {
      const InstanceId = instances[random.integer(instances.length)] ?? '';
      const refusals = /AlreadyBind|NotPermit|InstanceStatus/;
      await change(cluster, ledger, {
        client,
        AddressId,
        refusals,
        to: InstanceId,
        action: 'AssociateAddress',
        body: { AddressId, InstanceId },
      });
    } else {
      await release(cluster, ledger, { client, AddressId });
    }
  }
}

const count = (ledger: Ledger, action: string) =>
  ledger.answers.set(action, (ledger.answers.get(action) ?? 0) + 1);

/** By a token, so that one that was not answered is asked for again and made once. */
async function allocate(
  cluster: SpawnedCluster,
  ledger: Ledger,
  { client, body }: { readonly client: Client; readonly body: object },
): Promise<void> {
  const answer = await askUntilAnswered(cluster, client.random.integer(99), {
    action: 'AllocateAddresses',
    body,
    service: 'vpc',
    triedAgain: () => (ledger.noAnswer += 1),
  });
  if (answer.Error !== undefined) {
    assert.match(answer.Error.Code, /Insufficient|Limit|Exhausted/, JSON.stringify(answer));
    ledger.short += 1;
    return;
  }
  count(ledger, 'AllocateAddresses');
  for (const id of answer['AddressSet'] as readonly string[]) {
    assert.ok(!ledger.held.has(id) && !ledger.released.has(id), `${id} was given twice`);
    ledger.held.set(id, { at: null });
    client.held.push(id);
  }
}

/** Binds or unbinds one that no other client knows; without an answer either may have come true. */
async function change(
  cluster: SpawnedCluster,
  ledger: Ledger,
  asked: {
    readonly client: Client;
    readonly AddressId: string;
    readonly refusals: RegExp;
    readonly to: string | null;
    readonly action: string;
    readonly body: object;
  },
): Promise<void> {
  const { client, AddressId, refusals, to, action, body } = asked;
  const known = ledger.held.get(AddressId);
  assert.ok(known);
  const answer = await ask(cluster, client.random.integer(99), { action, body, service: 'vpc' });
  if (isToBeTriedAgain(answer)) {
    ledger.noAnswer += 1;
    known.at = undefined;
    return;
  }
  if (answer.Error === undefined) {
    count(ledger, action);
    known.at = to;
    return;
  }
  assert.match(answer.Error.Code, refusals, JSON.stringify(answer));
  // One whose last binding was not answered is free, since it cannot be unbound.
  if (to === null) known.at = null;
}

async function release(
  cluster: SpawnedCluster,
  ledger: Ledger,
  { client, AddressId }: { readonly client: Client; readonly AddressId: string },
): Promise<void> {
  client.held.splice(client.held.indexOf(AddressId), 1);
  ledger.held.delete(AddressId);
  const body = { AddressIds: [AddressId] };
  const answer = await ask(cluster, client.random.integer(99), {
    action: 'ReleaseAddresses',
    body,
    service: 'vpc',
  });
  if (isToBeTriedAgain(answer)) {
    ledger.noAnswer += 1;
    ledger.doubtful.add(AddressId);
    return;
  }
  assert.equal(answer.Error, undefined, JSON.stringify(answer));
  count(ledger, 'ReleaseAddresses');
  ledger.released.add(AddressId);
}

interface Shown {
  readonly AddressId: string;
  readonly AddressIp: string;
  readonly InstanceId: string | null;
}

async function compare(cluster: SpawnedCluster, ledger: Ledger): Promise<void> {
  const [member] = cluster.members;
  assert.ok(member);
  const { AddressSet, TotalCount } = await member.client.call(
    'DescribeAddresses',
    { Limit: 100 },
    'vpc',
  );
  const shown = AddressSet as readonly Shown[];
  assert.equal(TotalCount, shown.length);
  assert.equal(new Set(shown.map(({ AddressIp: ip }) => ip)).size, shown.length, 'one held twice');
  const at = new Map(shown.map(({ AddressId: id, InstanceId }) => [id, InstanceId || null]));
  for (const id of ledger.released) assert.ok(!at.has(id), `${id} came back`);
  for (const [id, known] of ledger.held) {
    assert.ok(at.has(id), `${id} is gone`);
    if (known.at !== undefined) assert.equal(at.get(id), known.at, id);
    at.delete(id);
  }
  for (const id of at.keys()) assert.ok(ledger.doubtful.has(id), `${id} was allocated by nobody`);
  const [range] = await cluster.database.query(
    `select free from address_ranges where key = 'public'`,
  );
  assert.equal(Number(range?.['free']) + shown.length, POOL.size);
}
