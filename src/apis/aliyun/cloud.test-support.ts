import assert from 'node:assert/strict';
import { type Clock, simulatedClock } from '#kernel/clock.ts';
import { seededRandom } from '#kernel/random.ts';
import { boot, type BootOptions, type Running } from '#server/boot.ts';
import { twice } from '#store/twice.ts';
import { signAcs3, signRpc } from '#wire/aliyun/sign.ts';
import { passTime } from '#workflow/testing.ts';
import { audit } from '../../../test/support/audit.ts';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const ROOT = { id: 'AKIDofTheTests', secret: 'secret-of-the-tests' } as const;

export type GivenParameters = Readonly<Record<string, string | number | boolean>>;

export interface CallOptions {
  /** Default 2014-05-26, which is ECS. */
  readonly version?: string;
  /** Default V1 in a query; V3 is ACS3. */
  readonly signature?: 'V1' | 'V3';
  readonly format?: 'JSON' | 'XML';
  /** Default cn-guangzhou; undefined sends none. */
  readonly region?: string | undefined;
}

/** The body of an answer, a refusal's too. */
export interface Answer {
  readonly RequestId: string;
  readonly Code?: string;
  readonly Message?: string;
  readonly [field: string]: unknown;
}

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Signs and sends as a client of this vendor's does. */
export interface AliyunClient {
  send(action: string, parameters?: GivenParameters, options?: CallOptions): Promise<Sent>;
  call(action: string, parameters?: GivenParameters, options?: CallOptions): Promise<Answer>;
  /** The same; a refusal fails the test. */
  ok(action: string, parameters?: GivenParameters, options?: CallOptions): Promise<Answer>;
  /** `status code` of the refusal that the call must meet. */
  refusal(action: string, parameters?: GivenParameters, options?: CallOptions): Promise<string>;
}

export interface Shown {
  readonly InstanceId: string;
  readonly Status: string;
  readonly [field: string]: unknown;
}

/** A network of the test's own in zone cn-guangzhou-a. */
export interface TestNetwork {
  readonly vpc: string;
  readonly vSwitch: string;
  readonly group: string;
}

/** A whole server in this process, in simulated time, spoken to over HTTP. */
export interface TestCloud extends AliyunClient {
  readonly server: Running;
  network(cidr?: string): Promise<TestNetwork>;
  /** The ids of new instances, which are Pending or Starting still. */
  launch(parameters?: GivenParameters): Promise<readonly string[]>;
  /** The same, once they run. */
  launchRunning(parameters?: GivenParameters): Promise<readonly string[]>;
  /** Those of the instances that are there, as DescribeInstances shows them, in that order. */
  show(ids: readonly string[]): Promise<readonly Shown[]>;
  /** The one instance. */
  showOne(id: string | undefined): Promise<Shown>;
  /** Lets cloud milliseconds pass, with all that falls due in them. */
  passTime(ms: number): Promise<void>;
  /** Stops the server, after an audit of all its books. */
  stop(): Promise<void>;
}

export const IMAGE = 'ubuntu_22_04_x64_20G_alibase_20230613.vhd';
export const WINDOWS = 'win2022_21H2_x64_dtc_en-us_40G_alibase_20230915.vhd';
export const VPC_VERSION = '2016-04-28';
const RESOURCE_MANAGER_VERSION = '2020-03-31';

/** Makes a resource group, and answers its id. */
export async function makeGroup({ ok }: Pick<AliyunClient, 'ok'>, name: string): Promise<string> {
  const named = { Name: name, DisplayName: name };
  const made = await ok('CreateResourceGroup', named, { version: RESOURCE_MANAGER_VERSION });
  return (made['ResourceGroup'] as { readonly Id: string }).Id;
}

const BOOTED_MS = 1_000;

/** Starts a cloud whose clocks stand still and whose every write is run twice (D2). */
export async function startTestCloud(options: BootOptions = {}): Promise<TestCloud> {
  const cloud = simulatedClock(START);
  const wall = simulatedClock(START);
  const server = await boot({
    wall,
    cloudClock: cloud,
    random: seededRandom('aliyun'),
    rootKey: ROOT,
    wrapStore: twice,
    ...options,
  });
  const { engine, store } = server;
  const client = aliyunClient(server, ROOT, wall);
  const { ok } = client;
  const pass = (ms: number): Promise<void> => passTime({ engine, store, cloud }, ms);
  const defaults = defaultGroup(client);
  const launch: TestCloud['launch'] = async (parameters = {}) => {
    const base = { ImageId: IMAGE, InstanceType: 'ecs.g6.large', ...(await defaults(parameters)) };
    const answer = await ok('RunInstances', { ...base, ...parameters });
    return (answer['InstanceIdSets'] as { readonly InstanceIdSet: readonly string[] })
      .InstanceIdSet;
  };
  const show: TestCloud['show'] = async (ids) => {
    const answer = await ok('DescribeInstances', {
      InstanceIds: JSON.stringify(ids),
      PageSize: 100,
    });
    const { Instance } = answer['Instances'] as { readonly Instance: readonly Shown[] };
    return ids.flatMap((id) => Instance.find(({ InstanceId }) => InstanceId === id) ?? []);
  };
  return {
    ...client,
    server,
    launch,
    show,
    passTime: pass,
    network: (cidr) => makeNetwork(client, cidr),
    async launchRunning(parameters) {
      const ids = await launch(parameters);
      await pass(BOOTED_MS);
      return ids;
    },
    async showOne(id = '') {
      const [shown] = await show([id]);
      assert.ok(shown, `${id} is not shown`);
      return shown;
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

/** A client of a server, with its own nonces. */
export function aliyunClient(
  server: Pick<Running, 'url' | 'port'>,
  key: { readonly id: string; readonly secret: string },
  wall: Clock,
): AliyunClient {
  let nonces = 0;
  const send: AliyunClient['send'] = async (action, parameters = {}, options = {}) => {
    const { version = '2014-05-26', signature = 'V1', format } = options;
    const region = 'region' in options ? options.region : 'cn-guangzhou';
    nonces += 1;
    const given: GivenParameters = {
      ...(region === undefined ? {} : { RegionId: region }),
      ...parameters,
    };
    const call = {
      accessKeyId: key.id,
      accessKeySecret: key.secret,
      host: `127.0.0.1:${server.port}`,
      action,
      version,
      parameters: Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, String(value)]),
      ),
      timestampSeconds: Math.floor(wall.now() / 1000),
      nonce: `nonce-${nonces}`,
    };
    const signed =
      signature === 'V3'
        ? signAcs3(call)
        : signRpc({ ...call, style: 'post-query', ...(format === undefined ? {} : { format }) });
    const headers = Object.entries(signed.headers).filter(([name]) => !/^host$/i.test(name));
    const { method, body } = signed;
    const response = await fetch(`${server.url}${signed.target}`, { method, headers, body });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const parsed = async (...args: Call): Promise<Answer & { readonly status: number }> => {
    const { status, text } = await send(...args);
    const answer = JSON.parse(text) as Answer;
    assert.match(answer.RequestId, /^[0-9A-F-]{36}$/);
    return { ...answer, status };
  };
  return {
    send,
    async call(...args) {
      const { status: _status, ...answer } = await parsed(...args);
      return answer;
    },
    async ok(...args) {
      const { status, ...answer } = await parsed(...args);
      assert.equal(status, 200, `${args[0]}: ${JSON.stringify(answer)}`);
      // That of BSS's answers is one of the few that they do not (pop-core, lib/rpc.js).
      const { Code = 'Success' } = answer;
      assert.equal(Code, 'Success', 'clients take any Code for a refusal');
      return answer;
    },
    async refusal(...args) {
      const { status, Code, Message } = await parsed(...args);
      assert.ok(Code, `${args[0]} was not refused`);
      assert.ok(Message);
      assert.doesNotMatch(Message, /undefined|\[object/);
      return `${status} ${Code}`;
    },
  };
}

type Call = [action: string, parameters?: GivenParameters, options?: CallOptions];

async function makeNetwork(client: AliyunClient, cidr = '10.1.0.0/16'): Promise<TestNetwork> {
  const vpcApi = { version: VPC_VERSION };
  const vpc = (await client.ok('CreateVpc', { CidrBlock: cidr }, vpcApi))['VpcId'] as string;
  const CidrBlock = cidr.replace(/\.0\.0\/\d+$/, '.1.0/24');
  const inside = { VpcId: vpc, ZoneId: 'cn-guangzhou-a', CidrBlock };
  const vSwitch = (await client.ok('CreateVSwitch', inside, vpcApi))['VSwitchId'] as string;
  const made = await client.ok('CreateSecurityGroup', { VpcId: vpc });
  return { vpc, vSwitch, group: made['SecurityGroupId'] as string };
}

/** A network made when a launch first names none, since RunInstances wants a security group. */
function defaultGroup(client: AliyunClient) {
  let made: Promise<TestNetwork> | undefined;
  return async (parameters: GivenParameters): Promise<GivenParameters> => {
    const names = Object.keys(parameters);
    if (names.some((name) => /^(SecurityGroup|NetworkInterface)/.test(name))) return {};
    made ??= makeNetwork(client, '10.200.0.0/16');
    const { vSwitch, group } = await made;
    return { VSwitchId: vSwitch, SecurityGroupId: group };
  };
}
