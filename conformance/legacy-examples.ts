import assert from 'node:assert/strict';
import { signV1 } from '../src/wire/tencent/sign.ts';
import type { ConformanceCloud } from './cloud.ts';
import { seedAccount, seedImage } from './tencent-fixtures.ts';

/** What the sender fills in; examples that show these show somebody else's. */
const COMMON = ['Action', 'Region', 'Timestamp', 'Nonce', 'SecretId', 'Signature'];
const LONG_MS = 2_000;

type Answer = Readonly<Record<string, unknown>> & { readonly code: number };

let nonce = 0;

/** Sends a request of the legacy generation: its parameters as they stand, signed anew. */
export async function sendLegacy(
  cloud: ConformanceCloud,
  action: string,
  given: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  nonce += 1;
  const own = Object.entries(given).filter(([name]) => !COMMON.includes(name));
  const { status, text } = await cloud.send(
    signV1({
      secretId: cloud.keyId,
      secretKey: cloud.secret,
      host: cloud.host,
      path: '/v2/index.php',
      action,
      region: 'gz',
      method: 'GET',
      nonce,
      timestampSeconds: Math.floor(cloud.server.wall.now() / 1000),
      underscoresAsDots: true,
      parameters: Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
    }),
  );
  assert.equal(status, 200);
  return JSON.parse(text) as Answer;
}

/** Ids of the examples (seed 004), by the action that they are an example of. */
const keys: Readonly<Record<string, string>> = {
  ReturnInstance: 'a19qoqqk',
  RestartInstances: 'r8hr2upy',
  DescribeInstances: 'r8hr2upy',
  ModifyInstanceAttributes: '12345678',
  CreateImage: '12345678',
  ResetInstancePassword: 'xxxxxxxx',
  DeleteSecurityGroup: 'c3y9ak17',
  ModifySecurityGroupAttributes: 'o1wkaolh',
  DescribeSecurityGroupPolicys: '33ocnj9n',
  ModifySecurityGroupPolicys: '33ocnj9n',
  CreateSecurityGroupPolicy: '33ocnj9n',
  ModifySingleSecurityGroupPolicy: '33ocnj9n',
  DeleteSecurityGroupPolicy: '8pmkv2xx',
  DescribeAssociateSecurityGroups: '5ua9adfv',
  ModifySecurityGroupsOfInstance: '4q118hl2',
  ModifyKeyPair: 'mv9yzyjj',
  DeleteKeyPair: 'mv9yzyjj',
  EipBindInstance: 'hyvbipjg',
  TransformWanIpToEip: 'hyvbipjg',
};

/** Images of the examples, by the action, and whom they are shared with. */
const images: Readonly<Record<string, readonly [key: string, uin?: string, isShared?: boolean]>> = {
  ShareImage: ['apatyoed', '909619400'],
  CancelShareImage: ['jgggrva9', '877354327', true],
  GetImageShareUinInfo: ['jgggrva9', '1621874004', true],
  ModifyImageAttributes: ['12345678'],
};

async function seedImages(
  cloud: ConformanceCloud,
  action: string,
  ok: (name: string, parameters: Readonly<Record<string, string>>) => Promise<unknown>,
): Promise<void> {
  const [key, uin, isShared = false] = images[action] ?? [];
  if (key === undefined) return;
  if (uin !== undefined) await seedAccount(cloud, uin);
  await seedImage(cloud, 'ap-guangzhou', { key });
  const sharing = { imageId: `img-${key}`, 'uinList.0': uin ?? '' };
  if (isShared) await ok('ShareImage', sharing);
}

/** Elastic addresses of the examples, by the action, and whether an instance has them. */
const addresses: Readonly<Record<string, readonly [key: string, isBound?: boolean]>> = {
  DeleteEip: ['gzc5rgr2'],
  ModifyEipAttributes: ['p2x6wxc0'],
  EipBindInstance: ['mksy14ay'],
  EipUnBindInstance: ['mksy14ay', true],
  TransformMode: ['mksy14ay', true],
};

interface Maker {
  readonly pin: (key: string) => void;
  readonly ok: (name: string, given: Readonly<Record<string, unknown>>) => Promise<unknown>;
}

async function seedAddress(action: string, running: string, { pin, ok }: Maker): Promise<void> {
  const [key, isBound = false] = addresses[action] ?? [];
  if (key === undefined) return;
  pin(key);
  await ok('CreateEip', {});
  if (isBound) await ok('EipBindInstance', { eipId: `eip-${key}`, unInstanceId: running });
}

/** With bandwidth comes an ordinary public address, which TransformWanIpToEip is about. */
const leastOfAll = { cpu: 1, mem: 1, imageId: 'img-9qabwvbn', zoneId: 100003, bandwidth: 1 };

/** Makes what the examples of an action are about; answers by name what others can be put for. */
export async function seedLegacy(
  cloud: ConformanceCloud,
  action: string,
): Promise<Readonly<Record<string, string>>> {
  // A local system disk would keep an instance the size that it is.
  const resizes = action.startsWith('ResizeInstance');
  const least = resizes ? { ...leastOfAll, storageType: 2 } : leastOfAll;
  const ok = async (name: string, parameters: Readonly<Record<string, unknown>>) => {
    const answer = await sendLegacy(cloud, name, parameters);
    assert.equal(answer.code, 0, `${name}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const hourly = async (): Promise<string> => {
    const { unInstanceIds } = await ok('RunInstancesHour', least);
    return (unInstanceIds as readonly string[])[0] ?? '';
  };
  /** Two stopped instances and a key pair, which opens them where it is to be taken off. */
  const boundInstances = async () => {
    const [first, second] = [await hourly(), await hourly()];
    await cloud.passTime(LONG_MS);
    const instances = { 'instanceIds.0': first, 'instanceIds.1': second };
    await ok('StopInstances', instances);
    await cloud.passTime(LONG_MS);
    const { data } = await ok('CreateKeyPair', { keyName: 'pair' });
    const { keyId } = data as { keyId: string };
    if (action === 'UnBindInstanceKey') {
      await ok('BindInstanceKey', { ...instances, keyId });
      await cloud.passTime(LONG_MS);
    }
    return { $first: first, $second: second, $keyPair: keyId };
  };
  /** A group whose rules are of version 2, as most examples have it. */
  const group = async (pinned: string, sgName = 'fixture'): Promise<void> => {
    cloud.pin(pinned);
    await ok('CreateSecurityGroup', { sgName });
    const rules = { 'ingress.0.action': 'ACCEPT', 'egress.0.action': 'ACCEPT' };
    for (const portRange of [1, 2]) {
      const tcp = { 'ingress.0.ipProtocol': 'tcp', 'ingress.0.portRange': portRange };
      await ok('ModifySecurityGroupPolicys', { sgId: `sg-${pinned}`, ...rules, ...tcp });
    }
  };
  // The first launch makes the default network, which would take a pinned key.
  const running = await hourly();
  const paid = await ok('RunInstances', { ...least, period: 1 });
  const [prepaid = ''] = Object.values(paid['unInstanceIds'] as Record<string, string[]>).flat();
  const key = keys[action];
  const isOfInstance = action === 'ModifySecurityGroupsOfInstance';
  if (isOfInstance) for (const one of ['1sdj39df', 'o8sk37is']) await group(one, one);
  if (key !== undefined) cloud.pin(key);
  if (key !== undefined && action.includes('SecurityGroup') && !isOfInstance) await group(key);
  else if (action.endsWith('KeyPair') && key !== undefined) {
    await ok('CreateKeyPair', { keyName: 'before' });
  } else if (key !== undefined) await hourly();
  await cloud.passTime(LONG_MS);
  if (action === 'ResetInstancePassword' || action === 'CreateImage') {
    await ok('StopInstances', { 'instanceIds.0': `ins-${key}` });
    await cloud.passTime(LONG_MS);
  }
  if (resizes) {
    await ok('StopInstances', { 'instanceIds.0': running, 'instanceIds.1': prepaid });
    await cloud.passTime(LONG_MS);
  }
  await seedImages(cloud, action, ok);
  await seedAddress(action, running, { pin: cloud.pin, ok });
  const fixtures = { $running: running, $prepaid: prepaid };
  return action.endsWith('InstanceKey') ? { ...fixtures, ...(await boundInstances()) } : fixtures;
}
