import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Random, seededRandom } from '#kernel/random.ts';
import { withoutServer } from '../support/postgres-server.ts';
import { ask, askUntilAnswered, isToBeTriedAgain, killUntil } from '../support/killed-cluster.ts';
import { idsIn, settledStates, TENCENT_LAUNCH } from '../support/spawned-cloud.ts';
import { spawnCluster, type SpawnedCluster } from '../support/spawned-cluster.ts';

// Three processes share one cloud. 64 clients launch, stop and release through any of them, while
// one of the three is killed and started again every five seconds. What the clients were answered
// is then held against what is there, and the auditor recomputes the books.

const PROCESSES = 3;
const CLIENTS = 64;
const RUN_MS = 30_000;
/** How many instances a client lets pile up before it releases some. */
const HELD_MAX = 4;

const simulator = {
  hosts: { perZone: 6, cpu: 512, memoryGiB: 2_048, diskGiB: 200_000 },
  delaysMs: { boot: [5, 200], stop: [5, 200], destroy: [5, 200] },
  quotas: { instancesPerZoneMax: 2_000 },
};

/** What the clients know: only what was answered counts. */
interface Ledger {
  /** By token, how many were asked for and which were answered. */
  readonly launches: Map<string, { readonly count: number; ids: readonly string[] | undefined }>;
  readonly released: Set<string>;
  /** Stopped or released without an answer: either may have come true. */
  readonly doubtful: Set<string>;
  answers: number;
  refusals: number;
}

interface Client {
  readonly name: string;
  readonly random: Random;
  readonly held: string[];
}

test(
  'three processes, one killed every five seconds: capacity, addresses, quotas, ids are exact',
  {
    skip: withoutServer,
  },
  async (t) => {
    const cluster = await spawnCluster({ processes: PROCESSES, simulator });
    const ledger: Ledger = {
      launches: new Map(),
      released: new Set(),
      doubtful: new Set(),
      answers: 0,
      refusals: 0,
    };
    const until = Date.now() + RUN_MS;
    const kills = killUntil(cluster, until);
    const clients = Array.from({ length: CLIENTS }, (_, index) => {
      const random = seededRandom(`cluster client ${index}`);
      return useUntil(cluster, ledger, { until, client: { name: `${index}`, random, held: [] } });
    });
    await Promise.all([kills, ...clients]);
    const { answers, refusals, launches } = ledger;
    t.diagnostic(
      `${answers} answers, ${launches.size} launches, ${refusals} to be tried again, ` +
        `${await kills} kills`,
    );
    assert.ok(answers > CLIENTS, `only ${answers} answers`);
    await compare(cluster, ledger);
    await cluster.closeAudited();
  },
);

async function useUntil(
  cluster: SpawnedCluster,
  ledger: Ledger,
  { until, client }: { readonly until: number; readonly client: Client },
): Promise<void> {
  for (let turn = 0; Date.now() < until; turn += 1) {
    if (client.held.length < HELD_MAX) {
      const token = `client-${client.name}-turn-${turn}`;
      ledger.launches.set(token, { count: 1 + client.random.integer(3), ids: undefined });
      const ids = await launch(cluster, ledger, { token, member: client.random.integer(99) });
      client.held.push(...ids);
    } else {
      const verb = client.random.integer(4) === 0 ? 'StopInstances' : 'TerminateInstances';
      await change(cluster, ledger, { verb, client });
    }
  }
}

/** Repeats a launch with its token, at one process after the other, until one answers. */
async function launch(
  cluster: SpawnedCluster,
  ledger: Ledger,
  { token, member }: { readonly token: string; readonly member: number },
): Promise<readonly string[]> {
  const known = ledger.launches.get(token);
  assert.ok(known);
  const answer = await askUntilAnswered(cluster, member, {
    action: 'RunInstances',
    body: {
      ...TENCENT_LAUNCH,
      InstanceCount: known.count,
      InternetAccessible: { InternetMaxBandwidthOut: 1 },
      ClientToken: token,
    },
    triedAgain: () => (ledger.refusals += 1),
  });
  assert.equal(answer.Error, undefined, JSON.stringify(answer));
  ledger.answers += 1;
  const ids = idsIn(answer);
  assert.equal(ids.length, known.count);
  // Whoever answers: one token has one launch.
  if (known.ids !== undefined) assert.deepEqual(ids, known.ids, token);
  known.ids = ids;
  return ids;
}

/** Stops or releases one of the client's own; one in between states is refused. */
async function change(
  cluster: SpawnedCluster,
  ledger: Ledger,
  { verb, client }: { readonly verb: string; readonly client: Client },
): Promise<void> {
  const at = client.random.integer(client.held.length);
  const [id = ''] = client.held.splice(at, 1);
  ledger.doubtful.add(id);
  const answer = await ask(cluster, client.random.integer(99), {
    action: verb,
    body: { InstanceIds: [id] },
  });
  if (isToBeTriedAgain(answer)) {
    // It may have been done: this client never speaks of it again.
    ledger.refusals += 1;
    return;
  }
  ledger.answers += 1;
  if (answer.Error === undefined && verb === 'TerminateInstances') {
    ledger.doubtful.delete(id);
    ledger.released.add(id);
    return;
  }
  if (answer.Error !== undefined) {
    assert.match(answer.Error.Code, /InstanceState|OperationInProgress/, JSON.stringify(answer));
    ledger.doubtful.delete(id);
  }
  client.held.push(id);
}

async function compare(cluster: SpawnedCluster, ledger: Ledger): Promise<void> {
  // The same token again gives the same instances, whoever is asked.
  let member = 0;
  for (const token of ledger.launches.keys()) {
    await launch(cluster, ledger, { token, member });
    member += 1;
  }
  const { client } = cluster.members[0] ?? {};
  assert.ok(client);
  const states = new Map(await settledStates(client.call));
  const seen = new Set<string>();
  for (const [token, { ids = [] }] of ledger.launches) {
    for (const id of ids) {
      assert.ok(!seen.has(id), `${id} of ${token} was given twice`);
      seen.add(id);
      const state = states.get(id);
      if (ledger.released.has(id)) assert.equal(state, undefined, `${id} came back`);
      else if (!ledger.doubtful.has(id)) assert.match(state ?? 'gone', /^(RUNNING|STOPPED)$/, id);
      states.delete(id);
    }
  }
  assert.deepEqual([...states], [], 'instances that nobody launched');
}
