import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const vpc = { version: '2016-04-28' } as const;
const SETTLED_MS = 60_000;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const ok = (action: string, body: Given = {}) => cloud.ok(action, body, vpc);
const refusal = (action: string, body: Given = {}) => cloud.refusal(action, body, vpc);

async function allocate(body: Given = {}): Promise<string> {
  return String((await ok('AllocateEipAddress', body))['AllocationId']);
}

async function listed(body: Given = {}): Promise<readonly Item[]> {
  const answer = await ok('DescribeEipAddresses', body);
  return (answer['EipAddresses'] as { readonly EipAddress: readonly Item[] }).EipAddress;
}

const one = async (AllocationId: string): Promise<Item> => {
  const [address] = await listed({ AllocationId });
  assert.ok(address, `${AllocationId} is not shown`);
  return address;
};
const release = (AllocationId: string) => ok('ReleaseEipAddress', { AllocationId });

describe('an address of its own', () => {
  test('is shown with all that the page has', async () => {
    const AllocationId = await allocate({
      Bandwidth: 200,
      InternetChargeType: 'PayByTraffic',
      Name: 'front',
      Description: 'd',
      'Tag.1.Key': 'k',
      'Tag.1.Value': 'v',
    });
    assert.match(AllocationId, /^eip-[0-9a-z]{20}$/);
    const shown = await one(AllocationId);
    assert.deepEqual(shown, {
      AllocationId,
      AllocationTime: '2026-01-02T03:04:05Z',
      Bandwidth: '200',
      BandwidthPackageBandwidth: '',
      BandwidthPackageId: '',
      BandwidthPackageType: '',
      BizType: '',
      BusinessStatus: 'Normal',
      ChargeType: 'PostPaid',
      DeletionProtection: false,
      Description: 'd',
      EipBandwidth: '200',
      ExpiredTime: '',
      HDMonitorStatus: 'OFF',
      HasReservationData: 'false',
      ISP: 'BGP',
      InstanceId: '',
      InstanceRegionId: '',
      InstanceType: '',
      InternetChargeType: 'PayByTraffic',
      IpAddress: shown['IpAddress'],
      Mode: 'NAT',
      Name: 'front',
      Netmode: 'public',
      OperationLocks: { LockReason: [] },
      PrivateIpAddress: '',
      PublicIpAddressPoolId: '',
      RegionId: 'cn-guangzhou',
      ReservationActiveTime: '',
      ReservationBandwidth: '',
      ReservationInternetChargeType: '',
      ReservationOrderType: '',
      ResourceGroupId: shown['ResourceGroupId'],
      SecondLimited: false,
      SecurityProtectionTypes: { SecurityProtectionType: [] },
      SegmentInstanceId: '',
      ServiceID: 0,
      ServiceManaged: 0,
      Status: 'Available',
      Tags: { Tag: [{ Key: 'k', Value: 'v' }] },
      VpcId: '',
      Zone: '',
    });
    await release(AllocationId);
    assert.equal(
      await refusal('ReleaseEipAddress', { AllocationId }),
      '404 InvalidAllocationId.NotFound',
    );
  });

  test('may have the bandwidth of how it is paid', async () => {
    const bounds: ReadonlyArray<readonly [Given, number]> = [
      [{ InternetChargeType: 'PayByTraffic' }, 200],
      [{ InternetChargeType: 'PayByBandwidth' }, 500],
    ];
    for (const [body, most] of bounds) {
      await release(await allocate({ ...body, Bandwidth: most }));
      const over = await refusal('AllocateEipAddress', { ...body, Bandwidth: most + 1 });
      assert.equal(over, '400 InvalidBandwidth.Malformed');
    }
    const none = await refusal('AllocateEipAddress', { Bandwidth: 0 });
    assert.equal(none, '400 InvalidBandwidth.Malformed');
    const prepaid = { InstanceChargeType: 'PrePaid', Period: 9, Bandwidth: 1000 };
    const AllocationId = await allocate(prepaid);
    assert.equal((await one(AllocationId))['ExpiredTime'], '2026-10-02T03:04:05Z');
    assert.equal(
      await refusal('ReleaseEipAddress', { AllocationId }),
      '400 Forbidden.ChargeTypeIsPrepaid',
    );
    assert.equal(
      await refusal('AllocateEipAddress', { ...prepaid, Period: 10 }),
      '400 InvalidParameter',
    );
    const traffic = { ...prepaid, InternetChargeType: 'PayByTraffic' };
    assert.equal(await refusal('AllocateEipAddress', traffic), '400 InvalidParameter');
  });

  test('is refused on another line, from a pool, or of earlier', async () => {
    const refused: readonly Given[] = [
      { ISP: 'ChinaTelecom' },
      { PublicIpAddressPoolId: 'pippool-1' },
      { IpAddress: '1.2.3.4' },
      { Zone: 'cn-guangzhou-a' },
    ];
    for (const body of refused) {
      const code = await refusal('AllocateEipAddress', body);
      assert.equal(code, '400 IllegalParam.Isp', JSON.stringify(body));
    }
  });
});

test('an address is bound to an instance, shown on both, unbound', async () => {
  const [instance = ''] = await cloud.launchRunning();
  const AllocationId = await allocate();
  const bind = { AllocationId, InstanceId: instance };
  await ok('AssociateEipAddress', bind);
  const shown = await one(AllocationId);
  assert.equal(shown['Status'], 'InUse');
  assert.equal(shown['InstanceId'], instance);
  assert.equal(shown['InstanceType'], 'EcsInstance');
  const [on] = await cloud.show([instance]);
  assert.deepEqual(on?.['EipAddress'], {
    AllocationId,
    IpAddress: shown['IpAddress'],
    Bandwidth: 5,
    InternetChargeType: 'PayByBandwidth',
    IsSupportUnassociate: true,
  });
  assert.deepEqual(on?.['PublicIpAddress'], { IpAddress: [] });
  const byAddress = { EipAddresses: JSON.stringify([shown['IpAddress']]) };
  const found = await cloud.ok('DescribeInstances', byAddress);
  assert.equal(found['TotalCount'], 1);
  assert.equal(await refusal('AssociateEipAddress', bind), '400 IncorrectEipStatus');
  const other = await allocate();
  assert.equal(
    await refusal('AssociateEipAddress', { AllocationId: other, InstanceId: instance }),
    '400 BIND_INSTANCE_HAVE_PORTMAP_OR_BIND_EIP',
  );
  assert.equal(await refusal('ReleaseEipAddress', { AllocationId }), '400 IncorrectEipStatus');
  assert.equal(
    await refusal('UnassociateEipAddress', { AllocationId, InstanceId: 'i-none' }),
    '404 InvalidBindInstance.NotFound',
  );
  await ok('UnassociateEipAddress', { AllocationId, InstanceId: instance });
  assert.equal(await refusal('UnassociateEipAddress', { AllocationId }), '400 IncorrectEipStatus');
  const refused: ReadonlyArray<readonly [Given, string]> = [
    [{ InstanceId: 'i-none' }, '404 InvalidInstanId.NotFound'],
    [{ InstanceId: 'eni-none', InstanceType: 'NetworkInterface' }, '404 InvalidInstanId.NotFound'],
    [
      { InstanceId: 'lb-1', InstanceType: 'SlbInstance' },
      '400 InvalidInstanceType.ValueNotSupported',
    ],
    [{ InstanceId: instance, PrivateIpAddress: 'x' }, '400 InvalidParameter'],
  ];
  for (const [body, code] of refused) {
    assert.equal(await refusal('AssociateEipAddress', { AllocationId, ...body }), code);
  }
  await release(AllocationId);
  await release(other);
});

test('name, description and bandwidth change; how interfaces see it does not here', async () => {
  const AllocationId = await allocate({ InternetChargeType: 'PayByTraffic' });
  const change = { AllocationId, Name: 'new', Description: '', Bandwidth: 200 };
  await ok('ModifyEipAddressAttribute', change);
  const shown = await one(AllocationId);
  assert.deepEqual([shown['Name'], shown['Description'], shown['Bandwidth']], ['new', '', '200']);
  assert.equal(
    await refusal('ModifyEipAddressAttribute', { AllocationId, Bandwidth: 201 }),
    '400 InvalidBandwidth.Malformed',
  );
  assert.equal(
    await refusal('ModifyEipAddressAttribute', { AllocationId, Name: 'http://a' }),
    '400 InvalidParameter',
  );
  assert.equal(
    await refusal('ModifyEipForwardMode', { InstanceId: AllocationId, Mode: 'BINDED' }),
    '400 IncorrectEipStatus',
  );
  const log = { InstanceId: AllocationId, InstanceType: 'EIP' };
  const before = await ok('DescribeHighDefinitionMonitorLogAttribute', log);
  assert.deepEqual([before['LogProject'], before['LogStore']], ['', '']);
  const on = { ...log, Status: 'ON', LogProject: 'p', LogStore: 's' };
  await ok('SetHighDefinitionMonitorLogStatus', on);
  const during = await ok('DescribeHighDefinitionMonitorLogAttribute', log);
  assert.deepEqual([during['LogProject'], during['LogStore']], ['p', 's']);
  assert.equal((await one(AllocationId))['HDMonitorStatus'], 'ON');
  await ok('SetHighDefinitionMonitorLogStatus', { ...on, Status: 'OFF' });
  assert.equal((await one(AllocationId))['HDMonitorStatus'], 'OFF');
  assert.equal(
    await refusal('SetHighDefinitionMonitorLogStatus', { ...log, Status: 'ON' }),
    '400 MissingParameter',
  );
  await release(AllocationId);
});

test('a list is narrowed by each parameter of the page', async () => {
  const [instance = ''] = await cloud.launchRunning();
  const AllocationId = await allocate({ Name: 'needle', 'Tag.1.Key': 'team' });
  await ok('AssociateEipAddress', { AllocationId, InstanceId: instance });
  const { IpAddress } = await one(AllocationId);
  const finds: readonly Given[] = [
    { EipAddress: String(IpAddress) },
    { Status: 'InUse' },
    { AssociatedInstanceId: instance },
    { AssociatedInstanceType: 'EcsInstance' },
    { EipName: 'needle' },
    { ChargeType: 'PostPaid' },
    { 'Tag.1.Key': 'team' },
    { ISP: 'BGP' },
    { 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': '2026-01-02T03:04Z' },
  ];
  const passes: readonly Given[] = [
    { EipAddress: '1.2.3.4' },
    { Status: 'Available' },
    { Status: 'Releasing' },
    { AssociatedInstanceId: 'i-none' },
    { AssociatedInstanceType: 'Nat' },
    { EipName: 'needl' },
    { ChargeType: 'PrePaid' },
    { 'Tag.1.Key': 'team', 'Tag.1.Value': 'x' },
    { ISP: 'BGP_PRO' },
    { LockReason: 'financial' },
    { SecurityProtectionEnabled: true },
    { ServiceManaged: true },
    { 'Filter.1.Key': 'CreationEndTime', 'Filter.1.Value': '2026-01-02T03:04Z' },
  ];
  const ids = async (body: Given) => (await listed(body)).map((item) => item['AllocationId']);
  for (const body of finds) {
    assert.ok((await ids(body)).includes(AllocationId), JSON.stringify(body));
  }
  for (const body of passes) {
    assert.ok(!(await ids(body)).includes(AllocationId), JSON.stringify(body));
  }
  await ok('UnassociateEipAddress', { AllocationId });
  await release(AllocationId);
});

test('the names that ECS had before do the same', async () => {
  const [instance = ''] = await cloud.launchRunning();
  const { AllocationId } = await cloud.ok('AllocateEipAddress', { Bandwidth: 1 });
  const meant = { AllocationId: String(AllocationId) };
  await cloud.ok('AssociateEipAddress', { ...meant, InstanceId: instance });
  const shown = await cloud.ok('DescribeEipAddresses', meant);
  assert.equal(shown['TotalCount'], 1);
  await cloud.ok('ModifyEipAddressAttribute', { ...meant, Bandwidth: 2 });
  await cloud.ok('UnassociateEipAddress', { ...meant, InstanceId: instance });
  await cloud.ok('ReleaseEipAddress', meant);
  await cloud.passTime(SETTLED_MS);
});

test('a NAT gateway gets an address, and gives it back', async () => {
  const network = await cloud.network();
  const { NatGatewayId } = await ok('CreateNatGateway', {
    VpcId: network.vpc,
    VSwitchId: network.vSwitch,
    NatType: 'Enhanced',
  });
  const AllocationId = await allocate();
  const bind = { AllocationId, InstanceId: String(NatGatewayId), InstanceType: 'Nat' };
  await ok('AssociateEipAddress', bind);
  const shown = await one(AllocationId);
  assert.deepEqual([shown['InstanceId'], shown['InstanceType']], [NatGatewayId, 'Nat']);
  const found = await listed({ AssociatedInstanceId: String(NatGatewayId) });
  assert.equal(found.length, 1);
  assert.equal(await refusal('AssociateEipAddress', bind), '400 IncorrectEipStatus');
  assert.equal(
    await refusal('UnassociateEipAddress', { ...bind, InstanceId: 'ngw-none' }),
    '404 InvalidBindInstance.NotFound',
  );
  await ok('UnassociateEipAddress', bind);
  const none = await refusal('AssociateEipAddress', { ...bind, InstanceId: 'ngw-none' });
  assert.equal(none, '404 InvalidInstanId.NotFound');
  await ok('DeleteNatGateway', { NatGatewayId: String(NatGatewayId) });
  await release(AllocationId);
});
