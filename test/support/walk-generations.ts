import assert from 'node:assert/strict';
import { seededRandom, uuid } from '#kernel/random.ts';
import { signRpc } from '#wire/aliyun/sign.ts';
import type { SignedRequest } from '#wire/signed-request.ts';
import { signTc3, signV1 } from '#wire/tencent/sign.ts';
import { sender } from './sender.ts';

/** A server to walk through, whatever makes its machines. */
export interface WalkedCloud {
  readonly url: string;
  readonly key: { readonly id: string; readonly secret: string };
  /** By the clock that signatures are checked by. */
  nowSeconds(): number;
  /** Lets what is under way go on for a while: its clock is moved, or a moment waited. */
  goOn(): Promise<void>;
  /** Where the instance is to be, and of what; Guangzhou's third zone by default. */
  readonly place?: Partial<WalkedPlace>;
}

/** One place by the names that each generation has for it, and an image. */
export interface WalkedPlace {
  readonly code: string;
  readonly zoneId: number;
  readonly region: string;
  readonly aliyunRegion: string;
  readonly imageId: string;
}

const guangzhou: WalkedPlace = {
  code: 'gz',
  zoneId: 100003,
  region: 'ap-guangzhou',
  aliyunRegion: 'cn-guangzhou',
  imageId: 'img-9qabwvbn',
};

/** How often it is looked whether something has come about, going on in between. */
const LOOKS_MAX = 600;

type Item = Readonly<Record<string, unknown>>;
type Parameters = Readonly<Record<string, string>>;

/** The four protocols that one instance is spoken about in. */
export interface Tongues {
  legacy(action: string, parameters: Parameters): Promise<Item>;
  of2017(action: string, parameters: Parameters): Promise<Item>;
  of30(action: string, body: object): Promise<Item>;
  aliyun(action: string, parameters: Parameters): Promise<Item>;
  close(): void;
}

/**
 * One instance: launched by the legacy generation, listed by all four protocols, stopped by that
 * of 2017, started by Alibaba's, rebooted by the legacy one, released by Alibaba's, and gone for
 * all. Each step is waited for in the words of another protocol than the one it was asked in.
 */
export async function walkGenerations(cloud: WalkedCloud): Promise<void> {
  const place = { ...guangzhou, ...cloud.place };
  const say = tonguesOf(cloud, place);
  const look = looksOf(say);
  const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
    for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
      if (await holds()) return;
      await cloud.goOn();
    }
    assert.fail(`it was waited for in vain that ${what}`);
  };
  try {
    const launched = await say.legacy('RunInstancesHour', {
      zoneId: String(place.zoneId),
      cpu: '1',
      mem: '1',
      storageSize: '0',
      imageId: place.imageId,
      instanceName: 'walked',
    });
    const [id = ''] = launched['unInstanceIds'] as readonly string[];
    await until('it runs', async () => (await look.of30(id))?.['InstanceState'] === 'RUNNING');
    await sameInstance(look, id);
    const aliyunId = String((await look.aliyun(id))?.['InstanceId']);

    await say.of2017('StopInstances', { 'InstanceIds.0': id });
    await until('it stops', async () => (await look.legacy(id))?.['status'] === 4);
    assert.equal((await look.aliyun(id))?.['Status'], 'Stopped');

    await say.aliyun('StartInstance', { InstanceId: aliyunId });
    await until('it starts', async () => (await look.status2017(id)) === 'RUNNING');

    const restarted = await say.legacy('RestartInstances', { 'instanceIds.0': id });
    assert.deepEqual(Object.keys(restarted['detail'] as object), [id]);
    await until('it is up again', async () => (await look.aliyun(id))?.['Status'] === 'Running');

    await say.aliyun('DeleteInstance', { InstanceId: aliyunId, Force: 'true' });
    await until('it is gone', async () => (await look.legacy(id)) === undefined);
    assert.equal(await look.of2017(id), undefined);
    assert.equal(await look.of30(id), undefined);
    assert.equal(await look.aliyun(id), undefined);
  } finally {
    say.close();
  }
}

type Looks = ReturnType<typeof looksOf>;

/** All four show one machine: the same address, the same size, the same name. */
async function sameInstance(look: Looks, id: string): Promise<void> {
  const legacy = (await look.legacy(id)) ?? {};
  const of2017 = (await look.of2017(id)) ?? {};
  const of30 = (await look.of30(id)) ?? {};
  const aliyun = (await look.aliyun(id)) ?? {};
  const address = String(legacy['lanIp']);
  assert.match(address, /^\d+\.\d+\.\d+\.\d+$/);
  assert.deepEqual(of2017['PrivateIpAddresses'], [address]);
  assert.deepEqual(of30['PrivateIpAddresses'], [address]);
  const { PrivateIpAddress } = aliyun['VpcAttributes'] as { readonly PrivateIpAddress: Item };
  assert.deepEqual(PrivateIpAddress, { IpAddress: [address] });
  for (const [name, shown] of [
    ['instanceName', legacy],
    ['InstanceName', of2017],
    ['InstanceName', of30],
    ['InstanceName', aliyun],
  ] as const) {
    assert.equal(shown[name], 'walked');
  }
  assert.equal(of30['InstanceType'], 'S1.SMALL1');
  assert.equal(aliyun['InstanceType'], 'S1.SMALL1');
  assert.equal(legacy['uuid'], of30['Uuid']);
}

/** The instance as each protocol lists it now, or undefined where it does not. */
function looksOf(say: Tongues) {
  const first = (items: unknown): Item | undefined => (items as readonly Item[])[0];
  return {
    legacy: async (id: string) =>
      first((await say.legacy('DescribeInstances', { 'instanceIds.0': id }))['instanceSet']),
    of2017: async (id: string) =>
      first((await say.of2017('DescribeInstances', { 'InstanceIds.0': id }))['InstanceSet']),
    status2017: async (id: string) => {
      const answer = await say.of2017('DescribeInstancesStatus', { 'InstanceIds.0': id });
      return first(answer['InstanceStatusSet'])?.['InstanceState'];
    },
    of30: async (id: string) =>
      first((await say.of30('DescribeInstances', { InstanceIds: [id] }))['InstanceSet']),
    aliyun: async (id: string) => {
      const answer = await say.aliyun('DescribeInstances', { PageSize: '100' });
      const { Instance } = answer['Instances'] as { readonly Instance: readonly Item[] };
      return Instance.find(({ InstanceId }) => String(InstanceId).slice(-8) === id.slice(-8));
    },
  };
}

/** Speaks all of them to a cloud; what is refused is an error of the test. */
export function tonguesOf(
  cloud: Pick<WalkedCloud, 'url' | 'key' | 'nowSeconds'>,
  place = guangzhou,
): Tongues {
  const { host, send, close } = sender(cloud.url);
  const { id, secret } = cloud.key;
  const random = seededRandom(`walk ${process.pid} ${cloud.nowSeconds()}`);
  const keys = { secretId: id, secretKey: secret, host };
  const ask = async (signed: SignedRequest): Promise<Item> => {
    const { text } = await send(signed);
    return JSON.parse(text) as Item;
  };
  const older = (action: string, more: { region: string; version?: string }, given: Parameters) =>
    ask(
      signV1({
        ...keys,
        ...more,
        action,
        path: '/v2/index.php',
        timestampSeconds: cloud.nowSeconds(),
        nonce: random.integer(2 ** 31),
        underscoresAsDots: true,
        parameters: given,
      }),
    );
  const ofResponse = (action: string, answer: Item): Item => {
    const response = answer['Response'] as Item;
    assert.equal(response['Error'], undefined, `${action}: ${JSON.stringify(answer)}`);
    return response;
  };
  return {
    close,
    async legacy(action, given) {
      const answer = await older(action, { region: place.code }, given);
      assert.equal(answer['code'], 0, `${action}: ${JSON.stringify(answer)}`);
      return answer;
    },
    async of2017(action, given) {
      const { region } = place;
      return ofResponse(action, await older(action, { region, version: '2017-03-12' }, given));
    },
    async of30(action, body) {
      const { region } = place;
      const timestampSeconds = cloud.nowSeconds();
      const more = { region, action, version: '2017-03-12', service: 'cvm', timestampSeconds };
      return ofResponse(action, await ask(signTc3({ ...keys, ...more, body })));
    },
    async aliyun(action, given) {
      const answer = await ask(
        signRpc({
          accessKeyId: id,
          accessKeySecret: secret,
          host,
          action,
          version: '2014-05-26',
          parameters: { RegionId: place.aliyunRegion, ...given },
          timestampSeconds: cloud.nowSeconds(),
          nonce: uuid(random),
          style: 'post-query',
        }),
      );
      assert.equal(answer['Code'], undefined, `${action}: ${JSON.stringify(answer)}`);
      return answer;
    },
  };
}
