import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

type Given = Readonly<Record<string, string | number | boolean>>;
const UNKNOWN = 'i-00000000000000000000';
const PREPAID = { InstanceChargeType: 'PrePaid', Period: 1 } as const;

async function launchOne(given: Given = {}): Promise<string> {
  const [id = ''] = await cloud.launchRunning(given);
  return id;
}
async function shown(id: string) {
  const one = await cloud.showOne(id);
  const { IpAddress } = one['PublicIpAddress'] as { readonly IpAddress: readonly string[] };
  return {
    out: one['InternetMaxBandwidthOut'],
    in: one['InternetMaxBandwidthIn'],
    charge: one['InternetChargeType'],
    addresses: IpAddress,
  };
}
const spec = (id: string, given: Given) =>
  cloud.ok('ModifyInstanceNetworkSpec', { InstanceId: id, ...given });
const noSpec = (id: string, given: Given) =>
  cloud.refusal('ModifyInstanceNetworkSpec', { InstanceId: id, ...given });
const at = (ms: number, characters: number) =>
  `${new Date(cloud.server.clock.clock.now() + ms).toISOString().slice(0, characters)}Z`;
const HOUR_MS = 3_600_000;

describe('ModifyInstanceNetworkSpec', () => {
  test('what is paid by use has an address where that is asked for', async () => {
    const id = await launchOne();
    await spec(id, { InternetMaxBandwidthOut: 5 });
    assert.deepEqual((await shown(id)).addresses, []);
    await spec(id, { AllocatePublicIp: true });
    assert.equal((await shown(id)).addresses.length, 1);
    await spec(id, { InternetMaxBandwidthOut: 20, NetworkChargeType: 'PayByTraffic' });
    const { out, in: inMbps, charge, addresses } = await shown(id);
    assert.deepEqual([out, inMbps, charge, addresses.length], [20, 20, 'PayByTraffic', 1]);
    await spec(id, { InternetMaxBandwidthIn: 15 });
    assert.equal((await shown(id)).in, 15);
    await spec(id, { InternetMaxBandwidthOut: 0 });
    const none = await shown(id);
    assert.deepEqual([none.out, none.addresses], [0, []]);
  });

  test('what is paid in advance has one by itself, and may grow for a time', async () => {
    const id = await launchOne({ ...PREPAID, InternetChargeType: 'PayByBandwidth' });
    await spec(id, { InternetMaxBandwidthOut: 200 });
    assert.equal((await shown(id)).addresses.length, 1);
    await spec(id, { InternetMaxBandwidthOut: 2 });
    await spec(id, { InternetMaxBandwidthOut: 9, EndTime: at(5 * HOUR_MS, 13) });
    assert.equal((await shown(id)).out, 9);
    const less = { InternetMaxBandwidthOut: 1, EndTime: at(5 * HOUR_MS, 13) };
    assert.equal(await noSpec(id, less), '400 InvalidBandwidth.ValueNotSupported');
    await cloud.passTime(5 * HOUR_MS);
    assert.equal((await shown(id)).out, 2);
    const more = { InternetMaxBandwidthOut: 9 };
    assert.equal(
      await noSpec(id, { ...more, EndTime: at(2 * HOUR_MS, 13) }),
      '400 InvalidEndTime.ValueNotSupported',
    );
    assert.equal(
      await noSpec(id, { ...more, StartTime: at(-HOUR_MS, 16), EndTime: at(5 * HOUR_MS, 13) }),
      '400 InvalidStartTime.ValueNotSupported',
    );
    assert.equal(
      await noSpec(id, { ...more, EndTime: at(60 * 24 * HOUR_MS, 13) }),
      '400 InvalidEndTime.BeyondLifeCycle',
    );
    assert.equal(
      await noSpec(id, { InternetMaxBandwidthOut: 201 }),
      '400 InvalidInternetMaxBandwidthOut.ValueNotSupported',
    );
  });

  test('what is refused, in the codes of the page', async () => {
    const id = await launchOne({ InternetMaxBandwidthOut: 5 });
    await spec(id, { InternetMaxBandwidthOut: 100 });
    const OUT = '400 InvalidInternetMaxBandwidthOut.ValueNotSupported';
    const IN = '400 InvalidInternetMaxBandwidthIn.ValueNotSupported';
    assert.equal(await noSpec(id, { InternetMaxBandwidthOut: 101 }), OUT);
    assert.equal(await noSpec(id, { InternetMaxBandwidthIn: 101 }), IN);
    assert.equal(await noSpec(id, { InternetMaxBandwidthIn: 0 }), IN);
    assert.equal(
      await noSpec(id, { NetworkChargeType: 'PayByHour' }),
      '400 InvalidInternetChargeType.ValueNotSupported',
    );
    assert.equal(
      await noSpec(id, { InternetMaxBandwidthOut: 0, AllocatePublicIp: true }),
      '400 InvalidParam.AllocatePublicIp',
    );
    assert.equal(
      await noSpec(id, { InternetMaxBandwidthOut: 99, EndTime: at(5 * HOUR_MS, 13) }),
      '400 ChargeTypeViolation',
    );
    assert.equal(await noSpec(UNKNOWN, {}), '404 InvalidInstanceId.NotFound');
    await cloud.ok('StopInstance', { InstanceId: id });
    assert.equal(await noSpec(id, {}), '403 IncorrectInstanceStatus');
    await cloud.passTime(10_000);
    await spec(id, { InternetMaxBandwidthOut: 1 });
  });
});

describe('AllocatePublicIpAddress', () => {
  test('an instance with bandwidth has an address from then on, and no other', async () => {
    const id = await launchOne();
    const allocate = (given: Given = {}) =>
      cloud.ok('AllocatePublicIpAddress', { InstanceId: id, ...given });
    const refused = (given: Given) =>
      cloud.refusal('AllocatePublicIpAddress', { InstanceId: id, ...given });
    assert.equal(await refused({}), '400 AllocateIpInvalidInstanceBandwidth');
    await spec(id, { InternetMaxBandwidthOut: 1 });
    const { IpAddress } = await allocate();
    assert.deepEqual((await shown(id)).addresses, [IpAddress]);
    assert.equal((await allocate())['IpAddress'], IpAddress);
    assert.equal((await allocate({ IpAddress: String(IpAddress) }))['IpAddress'], IpAddress);
    assert.equal(await refused({ IpAddress: '8.8.8.8' }), '404 InvalidIpAddress.NotFound');
    assert.equal(await refused({ IpAddress: 'x' }), '400 InvalidIpAddress.Malformed');
    assert.equal(await refused({ VlanId: '720' }), '404 InvalidVlanId.NotFound');
    assert.equal(await refused({ InstanceId: UNKNOWN }), '404 InvalidInstanceId.NotFound');
    await cloud.ok('StopInstance', { InstanceId: id });
    assert.equal(await refused({}), '403 IncorrectInstanceStatus');
    await cloud.passTime(10_000);
  });
});

describe('ConvertNatPublicIpToEip', () => {
  const RegionId = 'cn-guangzhou';
  const convert = (InstanceId: string) =>
    cloud.ok('ConvertNatPublicIpToEip', { RegionId, InstanceId });
  const refused = (InstanceId: string) =>
    cloud.refusal('ConvertNatPublicIpToEip', { RegionId, InstanceId });

  test('the address stays, and is an elastic one from then on', async () => {
    const id = await launchOne({ InternetMaxBandwidthOut: 5 });
    const [address] = (await shown(id)).addresses;
    await convert(id);
    const { EipAddress } = await cloud.showOne(id);
    assert.equal((EipAddress as { readonly IpAddress: string }).IpAddress, address);
    assert.deepEqual((await shown(id)).addresses, []);
    assert.equal(await refused(id), '403 OperationDenied');
  });

  test('what is refused, in the codes of the page', async () => {
    assert.equal(await refused(UNKNOWN), '404 InvalidInstanceId.NotFound');
    assert.equal(await refused(await launchOne()), '403 OperationDenied');
    const internet = { InternetMaxBandwidthOut: 5 };
    const byBandwidth = { ...PREPAID, ...internet, InternetChargeType: 'PayByBandwidth' };
    assert.equal(
      await refused(await launchOne(byBandwidth)),
      '403 InvalidInternetChargeType.ValueNotSupported',
    );
    const starting = await cloud.launch(internet);
    assert.equal(await refused(starting[0] ?? ''), '403 IncorrectInstanceStatus');
    await cloud.passTime(60_000);
  });

  test('one that ends within a day keeps its own', async () => {
    const [soon, sooner] = [
      await launchOne({ ...PREPAID, InternetMaxBandwidthOut: 5 }),
      await launchOne({ ...PREPAID, InternetMaxBandwidthOut: 5 }),
    ];
    const { ExpiredTime } = await cloud.showOne(soon);
    const left = Date.parse(String(ExpiredTime)) - cloud.server.clock.clock.now();
    await cloud.passTime(left - 24 * HOUR_MS - 120_000);
    await convert(soon);
    await cloud.passTime(240_000);
    assert.equal(await refused(sooner), '403 InvalidEndTime.OperateNotSupport');
  });
});

describe('ReleasePublicIpAddress', () => {
  test('an instance of a VPC keeps its address, and what none has is not found', async () => {
    const id = await launchOne({ InternetMaxBandwidthOut: 5 });
    const [PublicIpAddress = ''] = (await shown(id)).addresses;
    const refused = (given: Given) => cloud.refusal('ReleasePublicIpAddress', given);
    assert.equal(await refused({ PublicIpAddress, InstanceId: id }), '400 OperationDenied');
    assert.equal(await refused({ PublicIpAddress }), '400 OperationDenied');
    const other = { PublicIpAddress, InstanceId: UNKNOWN };
    assert.equal(await refused(other), '400 InvalidIpAddress.NotFound');
    assert.equal(await refused({ PublicIpAddress: 'x' }), '400 InvalidIpAddress.NotFound');
    assert.deepEqual((await shown(id)).addresses, [PublicIpAddress]);
  });
});

describe('DescribeBandwidthLimitation', () => {
  const ask = async (given: Given) => {
    const base = { RegionId: 'cn-guangzhou', InstanceType: 'ecs.g6.large' };
    const answer = await cloud.ok('DescribeBandwidthLimitation', { ...base, ...given });
    const { Bandwidth } = answer['Bandwidths'] as { readonly Bandwidth: readonly unknown[] };
    return Bandwidth;
  };
  const refused = (given: Given) =>
    cloud.refusal('DescribeBandwidthLimitation', {
      RegionId: 'cn-guangzhou',
      InstanceType: 'ecs.g6.large',
      ...given,
    });
  const bounds = (InternetChargeType: string, Min: number, Max: number) => ({
    InternetChargeType,
    Min,
    Max,
    Unit: 'Mbps',
  });

  test('the bounds of a new instance, and of one that is changed', async () => {
    assert.deepEqual(await ask({}), [
      bounds('PayByBandwidth', 0, 100),
      bounds('PayByTraffic', 0, 100),
    ]);
    assert.deepEqual(await ask({ InstanceChargeType: 'PrePaid' }), [
      bounds('PayByBandwidth', 0, 200),
      bounds('PayByTraffic', 0, 100),
    ]);
    const ResourceId = await launchOne({ InternetMaxBandwidthOut: 7 });
    assert.deepEqual(await ask({ OperationType: 'Upgrade', ResourceId }), [
      bounds('PayByBandwidth', 7, 100),
      bounds('PayByTraffic', 7, 100),
    ]);
    assert.deepEqual(await ask({ OperationType: 'Downgrade', ResourceId }), [
      bounds('PayByBandwidth', 0, 7),
      bounds('PayByTraffic', 0, 7),
    ]);
  });

  test('what is refused, in the codes of the page', async () => {
    assert.equal(
      await refused({ InstanceType: 'ecs.x' }),
      '400 InvalidInstanceType.ValueNotSupported',
    );
    assert.equal(await refused({ InstanceChargeType: 'x' }), '400 Invalid.InstanceChargeType');
    assert.equal(await refused({ SpotStrategy: 'x' }), '404 Invalid.SpotStrategy');
    assert.equal(await refused({ OperationType: 'x' }), '404 Invalid.OperationType');
    assert.equal(await refused({ OperationType: 'Upgrade' }), '404 Invalid.ResourceId');
    assert.equal(
      await refused({ OperationType: 'Upgrade', ResourceId: UNKNOWN }),
      '400 InvalidInstanceId.NotFound',
    );
  });
});
