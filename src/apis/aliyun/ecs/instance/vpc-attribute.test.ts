import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  startTestCloud,
  VPC_VERSION,
  type GivenParameters,
  type TestCloud,
  type TestNetwork,
} from '../../cloud.test-support.ts';

const WHILE = 60_000;
const UNKNOWN = 'i-00000000000000000000';

let cloud: TestCloud;
let network: TestNetwork;
let other: TestNetwork;
before(async () => {
  cloud = await startTestCloud();
  network = await cloud.network('10.1.0.0/16');
  other = await cloud.network('10.2.0.0/16');
});
after(() => cloud.stop());

const asked = (given: GivenParameters) => ({ VSwitchId: network.vSwitch, ...given });
const change = (given: GivenParameters) => cloud.ok('ModifyInstanceVpcAttribute', asked(given));
const refused = (given: GivenParameters) =>
  cloud.refusal('ModifyInstanceVpcAttribute', asked(given));

async function stopped(): Promise<string> {
  const { vSwitch: VSwitchId, group: SecurityGroupId } = network;
  const [id = ''] = await cloud.launchRunning({ VSwitchId, SecurityGroupId });
  await cloud.ok('StopInstance', { InstanceId: id });
  await cloud.passTime(WHILE);
  return id;
}

async function placeOf(id: string) {
  const one = await cloud.showOne(id);
  const attributes = one['VpcAttributes'] as Record<string, unknown>;
  const { IpAddress } = attributes['PrivateIpAddress'] as { readonly IpAddress: readonly string[] };
  return [attributes['VpcId'], attributes['VSwitchId'], IpAddress[0]];
}

describe('ModifyInstanceVpcAttribute', () => {
  test('a stopped instance gets another address, and the next one after its start', async () => {
    const InstanceId = await stopped();
    await change({ InstanceId, PrivateIpAddress: '10.1.1.77' });
    await cloud.passTime(WHILE);
    assert.deepEqual(await placeOf(InstanceId), [network.vpc, network.vSwitch, '10.1.1.77']);
    const next = { InstanceId, PrivateIpAddress: '10.1.1.78' };
    assert.equal(await refused(next), '400 InvalidPrivateIp.Changing');
    await cloud.ok('StartInstance', { InstanceId });
    await cloud.passTime(WHILE);
    assert.equal(await refused(next), '400 IncorrectInstanceStatus');
    await cloud.ok('StopInstance', { InstanceId });
    await cloud.passTime(WHILE);
    await change(next);
    await cloud.passTime(WHILE);
    assert.equal((await placeOf(InstanceId))[2], '10.1.1.78');
  });

  test('it comes into another VPC with groups of that', async () => {
    const InstanceId = await stopped();
    const there = { InstanceId, VSwitchId: other.vSwitch };
    assert.equal(await refused(there), '404 InvalidVSwitchId.NotFound');
    const named = { ...there, VpcId: other.vpc };
    assert.equal(await refused(named), '404 InvalidSecurityGroupId.NotFound');
    const vpcOfNone = { InstanceId, VpcId: other.vpc, 'SecurityGroupId.1': other.group };
    assert.equal(await refused(vpcOfNone), '404 InvalidVSwitchId.NotFound');
    await change({ ...named, 'SecurityGroupId.1': other.group });
    await cloud.passTime(WHILE);
    assert.deepEqual((await placeOf(InstanceId)).slice(0, 2), [other.vpc, other.vSwitch]);
    const { SecurityGroupIds } = await cloud.showOne(InstanceId);
    assert.deepEqual(SecurityGroupIds, { SecurityGroupId: [other.group] });
  });

  test('routes hold it in its VPC', async () => {
    const InstanceId = await stopped();
    const away = { InstanceId, VSwitchId: other.vSwitch, VpcId: other.vpc };
    const named = { ...away, 'SecurityGroupId.1': other.group };
    const api = { version: VPC_VERSION };
    const made = await cloud.ok('CreateRouteTable', { VpcId: network.vpc }, api);
    const RouteTableId = String(made['RouteTableId']);
    const entry = {
      RouteTableId,
      DestinationCidrBlock: '192.168.9.0/24',
      NextHopType: 'Instance',
      NextHopId: InstanceId,
    };
    await cloud.ok('CreateRouteEntry', entry, api);
    assert.equal(await refused(named), '403 OperationDenied');
    await cloud.ok('DeleteRouteEntry', entry, api);
    const table = { RouteTableId, VSwitchId: network.vSwitch };
    await cloud.ok('AssociateRouteTable', table, api);
    assert.equal(await refused(named), '403 OperationDenied');
    await cloud.ok('UnassociateRouteTable', table, api);
    await change(named);
    await cloud.passTime(WHILE);
  });

  test('what is refused, in the codes of the page', async () => {
    const InstanceId = await stopped();
    const at = (PrivateIpAddress: string) => refused({ InstanceId, PrivateIpAddress });
    assert.equal(await at('x'), '400 InvalidPrivateIpAddress.Malformed');
    assert.equal(await at('10.9.0.1'), '400 InvalidPrivateIpAddress.Mismatch');
    const own = String((await placeOf(InstanceId))[2]);
    assert.equal(await at(own), '400 InvalidPrivateIpAddress.Duplicated');
    assert.equal(await refused({ InstanceId: UNKNOWN }), '404 InvalidInstanceId.NotFound');
    const VSwitchId = 'vsw-00000000000000000000';
    assert.equal(await refused({ InstanceId, VSwitchId }), '404 InvalidVSwitchId.NotFound');
    const zone = await cloud.ok('CreateVSwitch', {
      VpcId: network.vpc,
      ZoneId: 'cn-guangzhou-b',
      CidrBlock: '10.1.9.0/24',
    });
    const elsewhere = { InstanceId, VSwitchId: String(zone['VSwitchId']) };
    assert.equal(await refused(elsewhere), '400 InvalidVSwitchId.Mismatch');
  });
});
