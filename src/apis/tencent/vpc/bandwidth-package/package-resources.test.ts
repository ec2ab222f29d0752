import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Answer, startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud({
    configuration: { addressesPerBandwidthPackageMax: 2, elasticAddressesPerRegionMax: 10 },
  });
});
after(() => cloud.stop());

const vpc = { service: 'vpc' } as const;
const ok = (action: string, body: object = {}): Promise<Answer> => cloud.ok(action, body, vpc);
const refusal = (action: string, body: object): Promise<string> => cloud.refusal(action, body, vpc);
const COMBINATION = 'InvalidParameterValue.Combination';
type Shown = Readonly<Record<string, unknown>>;

async function create(body: object = {}): Promise<string> {
  return (await ok('CreateBandwidthPackage', body))['BandwidthPackageId'] as string;
}
async function allocate(count: number): Promise<readonly string[]> {
  const answer = await ok('AllocateAddresses', { AddressCount: count });
  return answer['AddressSet'] as readonly string[];
}
async function resources(id: string, more: object = {}): Promise<readonly Shown[]> {
  const answer = await ok('DescribeBandwidthPackageResources', { BandwidthPackageId: id, ...more });
  return answer['ResourceSet'] as readonly Shown[];
}
async function address(id: string): Promise<Shown> {
  const answer = await ok('DescribeAddresses', { AddressIds: [id] });
  const [shown] = answer['AddressSet'] as readonly Shown[];
  assert.ok(shown);
  return shown;
}
const packagesWith = async (Name: string, ...Values: readonly string[]) => {
  const answer = await ok('DescribeBandwidthPackages', { Filters: [{ Name, Values }] });
  return (answer['BandwidthPackageSet'] as readonly Shown[]).map((it) => it['BandwidthPackageId']);
};

describe('resources of a bandwidth package', () => {
  test('an address of an instance that becomes elastic can leave the package', async () => {
    const id = await create();
    const [instance = ''] = await cloud.launchRunning({
      InternetAccessible: {
        InternetChargeType: 'BANDWIDTH_PACKAGE',
        InternetMaxBandwidthOut: 10,
        PublicIpAssigned: true,
        BandwidthPackageId: id,
      },
    });
    const [own] = await resources(id);
    await ok('TransformAddress', { InstanceId: instance });
    const [elastic, ...others] = await resources(id);
    assert.deepEqual(others, []);
    assert.equal(elastic?.['AddressIp'], own?.['AddressIp']);
    const ResourceIds = [elastic?.['ResourceId']];
    await ok('RemoveBandwidthPackageResources', { BandwidthPackageId: id, ResourceIds });
    assert.deepEqual(await resources(id), []);
    await ok('DeleteBandwidthPackage', { BandwidthPackageId: id });
    await ok('DisassociateAddress', { AddressId: ResourceIds[0] });
    await ok('ReleaseAddresses', { AddressIds: ResourceIds });
  });

  test('addresses come and go, and are shown and found', async () => {
    const id = await create();
    const [first = '', second = ''] = await allocate(2);
    const named = { BandwidthPackageId: id };
    await ok('AddBandwidthPackageResources', {
      ...named,
      ResourceIds: [first, second],
      ResourceType: 'Address',
      NetworkType: 'BGP',
      Protocol: 'ipv4',
    });
    const { AddressIp } = await address(first);
    const shown = { ResourceType: 'Address', ResourceId: first, AddressIp };
    const all = await resources(id);
    assert.deepEqual(all[0], shown);
    assert.equal(all.length, 2);
    const byId = { Filters: [{ Name: 'resource-id', Values: [first] }] };
    assert.deepEqual(await resources(id, byId), [shown]);
    const balancers = { Filters: [{ Name: 'resource-type', Values: ['LoadBalance'] }] };
    assert.deepEqual(await resources(id, balancers), []);
    assert.equal((await resources(id, { Limit: 1, Offset: 1 }))[0]?.['ResourceId'], second);
    assert.equal((await address(first))['InternetChargeType'], 'BANDWIDTH_PACKAGE');
    assert.deepEqual(await packagesWith('resource.resource-id', first), [id]);
    assert.deepEqual(await packagesWith('resource.address-ip', String(AddressIp)), [id]);
    assert.deepEqual(await packagesWith('resource.resource-type', 'Address'), [id]);
    assert.deepEqual(await packagesWith('resource.resource-type', 'LoadBalance'), []);
    const IN_USE = 'InvalidParameterValue.BandwidthPackageInUse';
    assert.equal(await refusal('DeleteBandwidthPackage', named), IN_USE);
    await ok('RemoveBandwidthPackageResources', { ...named, ResourceIds: [first] });
    assert.equal((await address(first))['InternetChargeType'], 'TRAFFIC_POSTPAID_BY_HOUR');
    await ok('RemoveBandwidthPackageResources', {
      ...named,
      ResourceIds: [second],
      InternetChargeType: 'BANDWIDTH_POSTPAID_BY_HOUR',
      InternetMaxBandwidthOut: 5,
    });
    const after = await address(second);
    assert.deepEqual(
      [after['InternetChargeType'], after['Bandwidth']],
      ['BANDWIDTH_POSTPAID_BY_HOUR', 5],
    );
    await ok('DeleteBandwidthPackage', named);
    await ok('ReleaseAddresses', { AddressIds: [first, second] });
  });

  test('what is refused, in the codes of the pages', async () => {
    const id = await create();
    const addresses = await allocate(3);
    const [first = '', second = '', third = ''] = addresses;
    const add = (ResourceIds: readonly string[], more: object = {}) =>
      refusal('AddBandwidthPackageResources', { BandwidthPackageId: id, ResourceIds, ...more });
    const remove = (ResourceIds: readonly string[], more: object = {}) =>
      refusal('RemoveBandwidthPackageResources', { BandwidthPackageId: id, ResourceIds, ...more });
    const NOT_FOUND = 'InvalidParameterValue.ResourceNotFound';
    assert.equal(await add(addresses), 'LimitExceeded.BandwidthPackageResourceQuota');
    await ok('AddBandwidthPackageResources', {
      BandwidthPackageId: id,
      ResourceIds: [first, second],
    });
    assert.equal(await add([first]), 'InvalidParameterValue.ResourceAlreadyExisted');
    assert.equal(await add(['eip-00000000']), NOT_FOUND);
    assert.equal(await add(['lb-00000000']), NOT_FOUND);
    assert.equal(await add([first], { ResourceType: 'LoadBalance' }), NOT_FOUND);
    assert.equal(await add(['eip']), 'InvalidParameterValue.ResourceIdMalformed');
    assert.equal(await add([third], { NetworkType: 'SINGLEISP_CMCC' }), COMBINATION);
    const PROTOCOL = 'UnsupportedOperation.InvalidResourceProtocol';
    assert.equal(await add([third], { Protocol: 'ipv6' }), PROTOCOL);
    assert.equal(await remove([third]), 'InvalidParameterValue.ResourceNotExisted');
    assert.equal(await remove(['eip-00000000']), NOT_FOUND);
    assert.equal(await remove(['x']), 'InvalidParameterValue.ResourceIdMalformed');
    const unknown = { BandwidthPackageId: 'bwp-00000000' };
    const GONE = 'InvalidParameterValue.BandwidthPackageNotFound';
    assert.equal(await add([third], unknown), GONE);
    assert.equal(await remove([first], unknown), GONE);
    assert.equal(await refusal('DescribeBandwidthPackageResources', unknown), GONE);
    await ok('RemoveBandwidthPackageResources', {
      BandwidthPackageId: id,
      ResourceIds: [first, second],
    });
    await ok('DeleteBandwidthPackage', { BandwidthPackageId: id });
    await ok('ReleaseAddresses', { AddressIds: addresses });
  });

  test('new addresses are allocated into one, as many as it has room for', async () => {
    const id = await create();
    const into = (AddressCount: number) => ({
      AddressCount,
      InternetChargeType: 'BANDWIDTH_PACKAGE',
      BandwidthPackageId: id,
    });
    const FULL = 'LimitExceeded.BandwidthPackageResourceQuota';
    assert.equal(await refusal('AllocateAddresses', into(3)), FULL);
    const { AddressSet } = await ok('AllocateAddresses', into(2));
    assert.equal(await refusal('AllocateAddresses', into(1)), FULL);
    const named = { BandwidthPackageId: id, ResourceIds: AddressSet };
    await ok('RemoveBandwidthPackageResources', named);
    await ok('DeleteBandwidthPackage', { BandwidthPackageId: id });
    await ok('ReleaseAddresses', { AddressIds: AddressSet });
  });

  test('an instance without an address of its own leaves one that goes', async () => {
    const id = await create();
    const [instance = ''] = await cloud.launchRunning({
      InternetAccessible: {
        InternetChargeType: 'BANDWIDTH_PACKAGE',
        InternetMaxBandwidthOut: 10,
        PublicIpAssigned: false,
        BandwidthPackageId: id,
      },
    });
    assert.deepEqual(await resources(id), []);
    await ok('DeleteBandwidthPackage', { BandwidthPackageId: id });
    const [shown] = await cloud.show([instance]);
    const internet = shown?.['InternetAccessible'] as Shown;
    assert.equal(internet['InternetChargeType'], 'TRAFFIC_POSTPAID_BY_HOUR');
    await cloud.ok('TerminateInstances', { InstanceIds: [instance] });
  });

  test('an instance may be launched into one', async () => {
    const id = await create();
    const internet = (more: object) => ({
      InternetAccessible: { InternetMaxBandwidthOut: 10, BandwidthPackageId: id, ...more },
    });
    const [instance = ''] = await cloud.launchRunning(
      internet({ InternetChargeType: 'BANDWIDTH_PACKAGE' }),
    );
    const [shown] = await cloud.show([instance]);
    assert.deepEqual(shown?.['InternetAccessible'], {
      InternetChargeType: 'BANDWIDTH_PACKAGE',
      InternetMaxBandwidthOut: 10,
      PublicIpAssigned: true,
    });
    const [ip] = (shown?.['PublicIpAddresses'] ?? []) as readonly string[];
    assert.deepEqual(
      (await resources(id)).map((it) => it['AddressIp']),
      [ip],
    );
    await cloud.ok('ResetInstancesInternetMaxBandwidth', {
      InstanceIds: [instance],
      InternetAccessible: { InternetMaxBandwidthOut: 20 },
    });
    await cloud.ok('TerminateInstances', { InstanceIds: [instance] });
    await cloud.passTime(10_000);
    await ok('DeleteBandwidthPackage', { BandwidthPackageId: id });
    const refused = await cloud.refusal('RunInstances', {
      ...internet({ InternetChargeType: 'BANDWIDTH_PACKAGE' }),
      ImageId: 'img-9qabwvbn',
      InstanceType: 'S5.MEDIUM2',
      Placement: { Zone: 'ap-guangzhou-3' },
    });
    assert.equal(refused, 'InvalidParameterValue.BandwidthPackageIdNotFound');
  });
});
