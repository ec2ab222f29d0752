import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

let cloud: TestCloud;
let legacy: LegacyClient;
let VpcId: string;
let SubnetId: string;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
  const made = await cloud.ok('CreateVpc', { VpcName: 'a', CidrBlock: '10.0.0.0/16' }, vpc);
  ({ VpcId } = made['Vpc'] as { VpcId: string });
  const cut = await cloud.ok(
    'CreateSubnet',
    { VpcId, SubnetName: 'a', CidrBlock: '10.0.0.0/24', Zone: 'ap-guangzhou-3' },
    vpc,
  );
  ({ SubnetId } = cut['Subnet'] as { SubnetId: string });
});
after(() => cloud.stop());

const vpc = { service: 'vpc' } as const;
type Item = Readonly<Record<string, unknown>>;

async function newGroup(): Promise<string> {
  const { data } = await legacy.ok('CreateSecurityGroup', {});
  return String((data as Item)['sgId']);
}

async function newInterface(): Promise<string> {
  const body = { VpcId, SubnetId, NetworkInterfaceName: 'eth1' };
  const made = await cloud.ok('CreateNetworkInterface', body, vpc);
  return String((made['NetworkInterface'] as Item)['NetworkInterfaceId']);
}

async function membersOf(sgId: string): Promise<readonly string[]> {
  const { data } = await legacy.ok('DescribeNetworkInterfacesOfSecurityGroup', { sgId });
  const { totalCount, networkInterfaceSet } = data as {
    readonly totalCount: number;
    readonly networkInterfaceSet: readonly Item[];
  };
  assert.equal(totalCount, networkInterfaceSet.length);
  return networkInterfaceSet.map(({ networkInterfaceId }) => String(networkInterfaceId));
}

describe('network interfaces of security groups (seed 004 L55685-55880)', () => {
  test('an interface leaves its groups for those that are named, in that order', async () => {
    const [first, second] = [await newGroup(), await newGroup()];
    const eni = await newInterface();
    assert.deepEqual(await membersOf(first), []);
    const at = 'networkInterfaceSet.0';
    const put = (...groups: readonly string[]) =>
      legacy.ok('ModifySecurityGroupsOfNetworkInterface', {
        [`${at}.networkInterfaceId`]: eni,
        ...Object.fromEntries(groups.map((group, index) => [`${at}.sgIds.${index}`, group])),
      });
    await put(first, second);
    assert.deepEqual([await membersOf(first), await membersOf(second)], [[eni], [eni]]);
    const shown = await cloud.ok('DescribeNetworkInterfaces', { NetworkInterfaceIds: [eni] }, vpc);
    const [told] = shown['NetworkInterfaceSet'] as readonly Item[];
    assert.deepEqual(told?.['GroupSet'], [first, second]);
    await put(second);
    assert.deepEqual([await membersOf(first), await membersOf(second)], [[], [eni]]);
  });

  test('the interfaces of instances are among them', async () => {
    const group = await newGroup();
    await cloud.launchRunning({ SecurityGroupIds: [group] });
    assert.equal((await membersOf(group)).length, 1);
  });

  test('one that is not there, and a group that is not, are refused', async () => {
    const group = await newGroup();
    const ask = (networkInterfaceId: string, sgId: string) =>
      legacy.refusal('ModifySecurityGroupsOfNetworkInterface', {
        'networkInterfaceSet.0.networkInterfaceId': networkInterfaceId,
        'networkInterfaceSet.0.sgIds.0': sgId,
      });
    const codes = [
      await ask('eni-00000000', group),
      await ask(await newInterface(), 'sg-00000000'),
    ];
    // One has no code on the page but that of all parameters, the other has 7000 (L55848).
    assert.deepEqual(codes, ['4000 InvalidParameter', '7000 7000']);
  });
});

describe('AttachNetworkInterface of the legacy generation (seed 004 L55500)', () => {
  test('attaches an interface of the network that is named', async () => {
    const [instanceId = ''] = await cloud.launchRunning({
      VirtualPrivateCloud: { VpcId, SubnetId },
    });
    const networkInterfaceId = await newInterface();
    const asked = { instanceId, networkInterfaceId };
    await legacy.refusal('AttachNetworkInterface', { ...asked, vpcId: 'vpc-00000000' });
    const { data } = await legacy.ok('AttachNetworkInterface', { ...asked, vpcId: VpcId });
    assert.equal(typeof (data as Item)['taskId'], 'number');
    await cloud.passTime(60_000);
    const named = { NetworkInterfaceIds: [networkInterfaceId] };
    const shown = await cloud.ok('DescribeNetworkInterfaces', named, vpc);
    const [told] = shown['NetworkInterfaceSet'] as readonly Item[];
    const attachment = (told?.['Attachment'] ?? {}) as Item;
    assert.equal(attachment['InstanceId'], instanceId);
  });
});
