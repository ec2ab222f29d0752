import assert from 'node:assert/strict';
import { signRpc } from '../src/wire/aliyun/sign.ts';
import type { SignedRequest } from '../src/wire/signed-request.ts';
import type { ConformanceCloud } from './cloud.ts';

type Flat = Readonly<Record<string, string>>;

interface Call {
  readonly action: string;
  readonly parameters: Flat;
  readonly version?: string;
  readonly format?: 'JSON' | 'XML';
}

const REGION = 'cn-hangzhou';

let nonces = 0;

/** Signs a call of ECS as the hand-made URLs of the old pages are. */
export function signCall(cloud: ConformanceCloud, call: Call): SignedRequest {
  nonces += 1;
  const { action, parameters, version = '2014-05-26', format = 'JSON' } = call;
  return signRpc({
    accessKeyId: cloud.keyId,
    accessKeySecret: cloud.secret,
    host: cloud.host,
    action,
    version,
    format,
    parameters,
    timestampSeconds: Math.floor(cloud.server.wall.now() / 1000),
    nonce: `example-${nonces}`,
  });
}

/** What the examples of Alibaba refer to: a security group and a VSwitch, by `$name`. */
export async function seedAliyun(cloud: ConformanceCloud): Promise<Flat> {
  const call = async (action: string, parameters: Flat, version?: string): Promise<Flat> => {
    const made = { action, parameters: { RegionId: REGION, ...parameters } };
    const signed = signCall(cloud, version === undefined ? made : { ...made, version });
    const { status, text } = await cloud.send(signed);
    assert.equal(status, 200, `${action}: ${text}`);
    return JSON.parse(text) as Flat;
  };
  const vpc = '2016-04-28';
  const { VpcId = '' } = await call('CreateVpc', { CidrBlock: '10.0.0.0/8' }, vpc);
  const subnet = { VpcId, CidrBlock: '10.0.0.0/24', ZoneId: 'cn-hangzhou-h' };
  const { VSwitchId = '' } = await call('CreateVSwitch', subnet, vpc);
  const { SecurityGroupId = '' } = await call('CreateSecurityGroup', { VpcId });
  return { $group: SecurityGroupId, $vswitch: VSwitchId };
}
