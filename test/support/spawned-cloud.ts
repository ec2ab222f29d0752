import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { administer } from '#cli/admin-client.ts';
import { type AliyunClient, aliyunClient } from './aliyun-client.ts';
import { audit, auditSettled } from './audit.ts';
import { type Spawned, spawnServer } from './spawned.ts';
import { openStoreOf, storeEnvironment } from './store-choice.ts';
import { type TencentClient, tencentClient } from './tencent-client.ts';

/** What the clients of a spawned cloud sign with. */
export const KEY = { id: 'AKIDscenarioscenario', secret: 'a-secret-of-the-scenarios' };
const LOOKS_MAX = 600;
const LOOK_MS = 50;
const LOOKS_AN_HOUR = 60;
const HOURS_MAX = 10;

/** The least that Tencent's RunInstances needs, and Alibaba's CreateInstance. */
export const TENCENT_LAUNCH = {
  Placement: { Zone: 'ap-guangzhou-3' },
  ImageId: 'img-9qabwvbn',
  InstanceType: 'S5.MEDIUM4',
} as const;
export const ALIYUN_LAUNCH = {
  ImageId: 'ubuntu_22_04_x64_20G_alibase_20230613.vhd',
  InstanceType: 'ecs.g6.large',
} as const;

export interface SpawnedCloudOptions {
  /** A simulator.json. */
  readonly simulator?: object;
  readonly environment?: Readonly<Record<string, string>>;
  readonly data?: string;
}

/** A server in a process of its own, with a client of each vendor, to be treated badly. */
export interface SpawnedCloud {
  readonly data: string;
  readonly server: Spawned;
  readonly tencent: TencentClient['call'];
  readonly aliyun: AliyunClient['call'];
  /** A command of the administration socket. */
  admin(command: string, input?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Looks until nothing is on its way; what is there then, by Tencent id. */
  settled(): Promise<ReadonlyMap<string, string>>;
  /**
   * Passes hours of cloud time until nothing is on its way. One is enough, unless a process that
   * was killed had claimed the work: it then goes on, and begins its hour, when the lease is over.
   */
  hoursUntilSettled(): Promise<ReadonlyMap<string, string>>;
  /** Ends the process and starts another one on the same data. */
  again(signal: 'SIGKILL' | 'SIGTERM'): Promise<SpawnedCloud>;
  /** Ends it in peace and audits its books: nothing is on its way, nothing lost or double. */
  closeAudited(): Promise<void>;
}

const roots: string[] = [];
after(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** A directory that goes with the tests. */
export function scratchDirectory(): string {
  const root = mkdtempSync(join(tmpdir(), 'yuntai-scenario-'));
  roots.push(root);
  return root;
}

export async function spawnCloud(options: SpawnedCloudOptions = {}): Promise<SpawnedCloud> {
  const data = options.data ?? join(scratchDirectory(), 'data');
  const environment: Record<string, string> = {
    ...(await storeEnvironment(data)),
    ...options.environment,
  };
  if (options.simulator !== undefined) {
    const file = join(scratchDirectory(), 'simulator.json');
    writeFileSync(file, JSON.stringify(options.simulator));
    environment['YUNTAI_SIMULATOR'] = file;
  }
  const server = await spawnServer({ data, keyId: KEY.id, keySecret: KEY.secret, environment });
  const tencent = tencentClient(server.url, KEY);
  const aliyun = aliyunClient(server.url, KEY);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    server.process.kill(signal);
    assert.equal(await server.ended, signal === 'SIGTERM' ? 0 : signal);
    tencent.close();
    aliyun.close();
  };
  return {
    data,
    server,
    tencent: tencent.call,
    aliyun: aliyun.call,
    admin: (command, input) => administer({ data }, command, input),
    settled: () => settledStates(tencent.call, LOOKS_MAX),
    async hoursUntilSettled() {
      for (let hours = 0; hours < HOURS_MAX; hours += 1) {
        await administer({ data }, 'clock.advance', { ms: 3_600_000 });
        const states = await statesAtRest(tencent.call, LOOKS_AN_HOUR);
        if (states !== undefined) return states;
      }
      return settledStates(tencent.call, LOOKS_MAX);
    },
    async again(signal) {
      await end(signal);
      return spawnCloud({ ...options, data });
    },
    async closeAudited() {
      await end('SIGTERM');
      await assertAudit(data, auditSettled);
    },
  };
}

/** Audits the books of a data directory that no process has. */
export async function assertAudit(data: string, how: typeof audit = audit): Promise<void> {
  const store = await openStoreOf(data);
  const problems = await how(store);
  await store.close();
  assert.deepEqual(problems, []);
}

const AT_REST = /^(RUNNING|STOPPED|SHUTDOWN|LAUNCH_FAILED)$/;

type States = ReadonlyMap<string, string>;

/** Looks until nothing is on its way; what is there then, by Tencent id. */
export async function settledStates(
  call: TencentClient['call'],
  looksMax: number = LOOKS_MAX,
): Promise<States> {
  const states = await statesAtRest(call, looksMax);
  if (states === undefined) throw new Error('The instances do not settle.');
  return states;
}

/** Undefined where something is still on its way after so many looks. */
async function statesAtRest(
  call: TencentClient['call'],
  looksMax: number,
): Promise<States | undefined> {
  for (let looks = 0; looks < looksMax; looks += 1) {
    const states = await statesBy(call);
    if ([...states.values()].every((state) => AT_REST.test(state))) return states;
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
  }
  return undefined;
}

async function statesBy(call: TencentClient['call']): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (let offset = 0, total = 1; offset < total; offset += 100) {
    const page = await call('DescribeInstancesStatus', { Offset: offset, Limit: 100 });
    total = page['TotalCount'] as number;
    const set = page['InstanceStatusSet'] as Array<{ InstanceId: string; InstanceState: string }>;
    for (const { InstanceId: id, InstanceState: state } of set) states.set(id, state);
  }
  return states;
}

/** Does it that many times at once. */
export function runConcurrent<T>(times: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => work(index)));
}

interface Answer {
  readonly Error?: { readonly Code: string };
  readonly Code?: string;
}

/** How many answers there were of each code; `ok` is none. */
export function tally(answers: readonly unknown[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const { Error: refused, Code } = answer as Answer;
    const code = refused?.Code ?? Code ?? 'ok';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** The fields of an answer that is no refusal. */
export async function okay(answer: Promise<object>): Promise<Fields> {
  const given = await answer;
  assert.deepEqual(tally([given]), { ok: 1 }, JSON.stringify(given));
  return given as Fields;
}

/** What an answer says, read by whoever knows what it is. */
export interface Fields {
  readonly [field: string]: unknown;
}

/** A text in an answer, by the names of the fields that lead to it. */
export function textAt(fields: Fields, ...path: readonly string[]): string {
  let at: unknown = fields;
  for (const name of path) at = (at as Fields)[name];
  if (typeof at === 'string') return at;
  throw new TypeError(`No text at ${path.join('.')} of ${JSON.stringify(fields)}`);
}

/** The ids that a launch through Tencent answers. */
export function idsIn(answer: Fields): readonly string[] {
  return (answer['InstanceIdSet'] as readonly string[] | undefined) ?? [];
}
