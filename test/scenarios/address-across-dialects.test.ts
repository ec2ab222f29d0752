import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AliyunClient, aliyunClient } from '#apis/aliyun/cloud.test-support.ts';
import { startTestCloud, type TestCloud } from '#apis/tencent/cloud.test-support.ts';
import { client2017 } from '#apis/tencent/cvm-2017/client.test-support.ts';
import { legacyClient } from '#apis/tencent/legacy/client.test-support.ts';

/** One public address and the instance that has it, in the words of four protocols. */

type Item = Readonly<Record<string, unknown>>;

const SETTLED_MS = 60_000;
const vpcService = { service: 'vpc' } as const;

let cloud: TestCloud;
let ofEcs: AliyunClient;
before(async () => {
  cloud = await startTestCloud();
  const { server } = cloud;
  ofEcs = aliyunClient(server, server.rootKey, server.wall);
});
after(() => cloud.stop());

const settle = () => cloud.passTime(SETTLED_MS);

async function subnetOf(vpc: string, CidrBlock: string): Promise<string> {
  const asked = { VpcId: vpc, SubnetName: 's', CidrBlock, Zone: 'ap-guangzhou-3' };
  const { Subnet } = await cloud.ok('CreateSubnet', asked, vpcService);
  return String((Subnet as Item)['SubnetId']);
}

/** The address as API 3.0 shows it. */
async function addressOf(id: string): Promise<Item> {
  const { AddressSet } = await cloud.ok('DescribeAddresses', { AddressIds: [id] }, vpcService);
  return (AddressSet as readonly Item[])[0] ?? {};
}

/** The instance with this name as Alibaba shows it, and its public address. */
async function seenByAliyun(InstanceName: string) {
  const { Instances } = await ofEcs.ok('DescribeInstances', { InstanceName });
  const { Instance } = Instances as { readonly Instance: readonly Item[] };
  const [{ InstanceId, EipAddress } = {} as Item] = Instance;
  const { AllocationId, IpAddress } = EipAddress as Item;
  return { InstanceId: String(InstanceId), AllocationId: String(AllocationId), IpAddress };
}

test('an address is bound, moves to a subnet with its instance, and is given back', async () => {
  const legacy = legacyClient(cloud.server);
  const older = client2017(cloud.server);
  const vpcAsked = { VpcName: 'v', CidrBlock: '10.8.0.0/16' };
  const { Vpc } = await cloud.ok('CreateVpc', vpcAsked, vpcService);
  const VpcId = String((Vpc as Item)['VpcId']);
  const [near, far] = [await subnetOf(VpcId, '10.8.1.0/24'), await subnetOf(VpcId, '10.8.2.0/24')];
  const [instance = ''] = await cloud.launchRunning({
    VirtualPrivateCloud: { VpcId, SubnetId: near },
    InstanceName: 'travels',
  });

  // Allocated by the legacy generation, bound by that of 2017.
  const { data } = await legacy.ok('CreateEip');
  const [id = ''] = (data as { readonly eipIds: readonly string[] }).eipIds;
  await older.ok('AssociateAddress', { AddressId: id, InstanceId: instance });

  // Seen by today's API and by Alibaba.
  const bound = await addressOf(id);
  assert.deepEqual([bound['AddressStatus'], bound['InstanceId']], ['BIND', instance]);
  const ip = bound['AddressIp'];
  assert.deepEqual((await cloud.show([instance]))[0]?.['PublicIpAddresses'], [ip]);
  assert.equal((await seenByAliyun('travels')).IpAddress, ip);

  // The instance moves to another subnet, and its address goes with it.
  await cloud.ok('ModifyInstancesVpcAttribute', {
    InstanceIds: [instance],
    VirtualPrivateCloud: { VpcId, SubnetId: far },
    ForceStop: true,
  });
  await settle();
  const moved = await addressOf(id);
  assert.deepEqual([moved['AddressIp'], moved['InstanceId']], [ip, instance]);
  assert.match(String(moved['PrivateAddressIp']), /^10\.8\.2\./);

  // Unbound by Alibaba, in its ids, and released by the legacy generation.
  const { AllocationId, InstanceId } = await seenByAliyun('travels');
  await ofEcs.ok('UnassociateEipAddress', { AllocationId, InstanceId });
  assert.equal((await addressOf(id))['AddressStatus'], 'UNBIND');
  assert.deepEqual((await cloud.show([instance]))[0]?.['PublicIpAddresses'], null);
  await legacy.ok('DeleteEip', { 'eipIds.0': id });
  const { TotalCount } = await cloud.ok('DescribeAddresses', {}, vpcService);
  assert.equal(TotalCount, 0);
});

test('an instance that pays for traffic from then on has left its package', async () => {
  const { BandwidthPackageId } = await cloud.ok('CreateBandwidthPackage', {}, vpcService);
  await cloud.launchRunning({
    InstanceName: 'leaves',
    InternetAccessible: {
      InternetChargeType: 'BANDWIDTH_PACKAGE',
      InternetMaxBandwidthOut: 10,
      BandwidthPackageId,
    },
  });
  const named = { BandwidthPackageId };
  const held = await cloud.refusal('DeleteBandwidthPackage', named, vpcService);
  assert.equal(held, 'InvalidParameterValue.BandwidthPackageInUse');
  const { InstanceId } = await seenByAliyun('leaves');
  await ofEcs.ok('ModifyInstanceNetworkSpec', { InstanceId, NetworkChargeType: 'PayByTraffic' });
  await cloud.ok('DeleteBandwidthPackage', named, vpcService);
});
