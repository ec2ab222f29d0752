import assert from 'node:assert/strict';
import { services } from '#apis/manifest.ts';
import { simulatedClock } from '#kernel/clock.ts';
import { seededRandom } from '#kernel/random.ts';
import type { KeyPair } from '#resources/account/access-keys.ts';
import { boot, type BootOptions, type Running } from '#server/boot.ts';
import { twice } from '#store/twice.ts';
import type { Service } from '#wire/service.ts';
import { signTc3 } from '#wire/tencent/sign.ts';
import { passTime } from '#workflow/testing.ts';
import { audit } from '../../../test/support/audit.ts';
import { codesOfPage } from '../../../test/support/pages.ts';
import { openTestStore } from '../../../test/support/store-choice.ts';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const ROOT = { id: 'AKIDofTheTests', secret: 'secret-of-the-tests' } as const;

/** The Response of an answer. */
export interface Answer {
  readonly RequestId: string;
  readonly Error?: { readonly Code: string; readonly Message: string };
  readonly [field: string]: unknown;
}

export interface CallOptions {
  /** Default ap-guangzhou; undefined sends none. */
  readonly region?: string | undefined;
  readonly language?: string;
  readonly service?: string;
  /** Of which account; the root key's by default. */
  readonly as?: KeyPair;
  /** Parameters go into a query string, names flat. */
  readonly query?: Readonly<Record<string, string>>;
}

/** A whole server in this process, in simulated time, spoken to over HTTP. */
export interface TestCloud {
  readonly server: Running;
  /** Sends a signed request of API 3.0. */
  call(action: string, body?: object, options?: CallOptions): Promise<Answer>;
  /** The same; a refusal fails the test. */
  ok(action: string, body?: object, options?: CallOptions): Promise<Answer>;
  /** The code of the refusal that the call must meet, which has to be one of the action's page. */
  refusal(action: string, body?: object, options?: CallOptions): Promise<string>;
  /** The ids of new instances, which are PENDING still. */
  launch(body?: object, options?: CallOptions): Promise<readonly string[]>;
  /** The same, once they run. */
  launchRunning(body?: object, options?: CallOptions): Promise<readonly string[]>;
  /** Instances as DescribeInstances shows them, in the order of the ids. */
  show(ids: readonly string[], options?: CallOptions): Promise<readonly Shown[]>;
  /** Lets cloud milliseconds pass, with all that falls due in them. */
  passTime(ms: number): Promise<void>;
  /** Stops the server, after an audit of all its books. */
  stop(): Promise<void>;
}

export type Shown = Readonly<Record<string, unknown>> & { readonly InstanceId: string };

/** The least that RunInstances needs. */
export const launchBody = {
  Placement: { Zone: 'ap-guangzhou-3' },
  ImageId: 'img-9qabwvbn',
  InstanceType: 'S5.MEDIUM2',
  SystemDisk: { DiskSize: 50 },
} as const;

const BOOTED_MS = 1_000;

/** Starts a cloud whose clocks stand still and whose every write is run twice (D2). */
export async function startTestCloud(options: BootOptions = {}): Promise<TestCloud> {
  const cloud = simulatedClock(START);
  const wall = simulatedClock(START);
  const server = await boot({
    wall,
    cloudClock: cloud,
    random: seededRandom('tencent'),
    rootKey: ROOT,
    openStore: openTestStore,
    wrapStore: twice,
    ...options,
  });
  const { engine, store } = server;

  const call = caller(server);
  const ok: TestCloud['ok'] = async (action, body, given) => {
    const answer = await call(action, body, given);
    assert.equal(answer.Error, undefined, `${action}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const launch: TestCloud['launch'] = async (body = {}, given = {}) => {
    const answer = await ok('RunInstances', { ...launchBody, ...body }, given);
    return answer['InstanceIdSet'] as readonly string[];
  };
  const pass = (ms: number): Promise<void> => passTime({ engine, store, cloud }, ms);
  return {
    server,
    call,
    ok,
    launch,
    passTime: pass,
    async refusal(action, body, given) {
      const answer = await call(action, body, given);
      assert.ok(answer.Error, `${action} was not refused: ${JSON.stringify(answer)}`);
      const { Code, Message } = answer.Error;
      assert.doesNotMatch(Message, /undefined|\[object/);
      const page = codesOfPage(serviceOfToday(given?.service ?? 'cvm'), action);
      assert.ok(page.has(Code), `${Code} is not on the page of ${action}`);
      return Code;
    },
    async launchRunning(body, given) {
      const ids = await launch(body, given);
      await pass(BOOTED_MS);
      return ids;
    },
    async show(ids, given) {
      const answer = await ok('DescribeInstances', { InstanceIds: ids, Limit: 100 }, given);
      const set = answer['InstanceSet'] as readonly Shown[];
      return ids.map((id) => {
        const shown = set.find(({ InstanceId }) => InstanceId === id);
        assert.ok(shown, `${id} is not shown`);
        return shown;
      });
    },
    async stop() {
      try {
        assert.deepEqual(await audit(store), []);
      } finally {
        await server.stop();
      }
    },
  };
}

/** A service of API 3.0. */
function serviceOfToday(name: string): Service {
  const found = services.find(({ vendor, service, version }) => {
    return vendor === 'tencent' && service === name && /^\d{4}-/.test(version);
  });
  assert.ok(found, `there is no service ${name}`);
  return found;
}

/** Signs and sends what `call` is asked to. */
function caller({ url, port, wall }: Running): TestCloud['call'] {
  return async (action, body = {}, given = {}) => {
    const { region, language, service = 'cvm', query } = { region: 'ap-guangzhou', ...given };
    const { id: secretId, secret: secretKey } = given.as ?? ROOT;
    const signed = signTc3({
      secretId,
      secretKey,
      host: `127.0.0.1:${port}`,
      service,
      action,
      version: serviceOfToday(service).version,
      timestampSeconds: Math.floor(wall.now() / 1000),
      ...(region !== undefined && { region }),
      ...(language !== undefined && { language }),
      ...(query === undefined ? { body } : { method: 'GET', query }),
    });
    const { method, target, headers } = signed;
    const own = Object.entries(headers).filter(([name]) => name !== 'Host');
    const init = { method, headers: own, ...(method === 'POST' && { body: signed.body }) };
    const response = await fetch(`${url}${target}`, init);
    assert.equal(response.status, 200);
    const answer = (await response.json()) as { readonly Response: Answer };
    assert.match(answer.Response.RequestId, /^[0-9a-f-]{36}$/);
    return answer.Response;
  };
}
