import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

type Item = Readonly<Record<string, unknown>>;

const service = { service: 'vpc' } as const;
const DAY_MS = 86_400_000;

let cloud: TestCloud;
before(async () => {
  cloud = await startTestCloud();
});
after(() => cloud.stop());

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);

async function allocate(body: object = {}): Promise<string> {
  const { AddressSet } = await ok('AllocateAddresses', body);
  return (AddressSet as readonly string[])[0] ?? '';
}

async function shown(id: string): Promise<Item> {
  const { AddressSet } = await ok('DescribeAddresses', { AddressIds: [id] });
  const [address] = AddressSet as readonly Item[];
  assert.ok(address, `${id} is not shown`);
  return address;
}

async function found(Name: string, ...Values: readonly string[]): Promise<readonly unknown[]> {
  const { AddressSet, TotalCount } = await ok('DescribeAddresses', { Filters: [{ Name, Values }] });
  const set = AddressSet as readonly Item[];
  assert.equal(TotalCount, set.length);
  return set.map(({ AddressId }) => AddressId);
}

const release = (...AddressIds: readonly string[]) => ok('ReleaseAddresses', { AddressIds });
const publicOf = async (id: string) => (await cloud.show([id]))[0]?.['PublicIpAddresses'];
const open = { InternetAccessible: { PublicIpAssigned: true, InternetMaxBandwidthOut: 3 } };

describe('an address of its own', () => {
  test('is shown with all that the page has', async () => {
    const Tags = [{ Key: 'k', Value: 'v' }];
    const asked = { AddressName: 'web_1', InternetMaxBandwidthOut: 100, Tags };
    const { AddressSet, TaskId, RequestId } = await ok('AllocateAddresses', asked);
    const [id = ''] = AddressSet as readonly string[];
    assert.match(id, /^eip-[0-9a-z]{8}$/);
    const one = await shown(id);
    assert.match(String(one['AddressIp']), /^100\.\d+\.\d+\.\d+$/);
    assert.deepEqual(one, {
      AddressId: id,
      AddressName: 'web_1',
      AddressStatus: 'UNBIND',
      AddressIp: one['AddressIp'],
      InstanceId: null,
      CreatedTime: '2026-01-02T03:04:05Z',
      NetworkInterfaceId: null,
      PrivateAddressIp: null,
      IsArrears: false,
      IsBlocked: false,
      IsEipDirectConnection: false,
      AddressType: 'EIP',
      CascadeRelease: false,
      EipAlgType: { Ftp: false, Sip: false },
      InternetServiceProvider: 'BGP',
      LocalBgp: false,
      Bandwidth: 100,
      InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
      TagSet: [{ Key: 'k', Value: 'v' }],
      DeadlineDate: null,
      InstanceType: null,
      Egress: null,
      AntiDDoSPackageId: '',
      RenewFlag: '',
      BandwidthPackageId: null,
      UnVpcId: '',
      DedicatedClusterId: '',
    });
    const task = await ok('DescribeTaskResult', { TaskId: Number(TaskId) });
    assert.deepEqual([task['TaskId'], task['Result']], [Number(TaskId), 'SUCCESS']);
    const byRequest = await ok('DescribeVpcTaskResult', { TaskId: RequestId });
    assert.deepEqual(
      [byRequest['Status'], byRequest['Output'], byRequest['Result']],
      ['SUCCESS', '', []],
    );
    assert.equal(await refusal('DescribeVpcTaskResult', { TaskId: 'x' }), 'ResourceNotFound');
    assert.equal(await refusal('DescribeTaskResult', { TaskId: 999_999 }), 'ResourceNotFound');
    assert.equal(await refusal('DescribeTaskResult'), 'MissingParameter');
    assert.equal(await refusal('DescribeTaskResult', { DealName: '1' }), 'ResourceNotFound');
    await release(id);
    assert.equal(
      await refusal('ReleaseAddresses', { AddressIds: [id] }),
      'InvalidAddressId.NotFound',
    );
  });

  test('may have the bandwidth of its charge type', async () => {
    const bounds: ReadonlyArray<readonly [string, number]> = [
      ['TRAFFIC_POSTPAID_BY_HOUR', 100],
      ['BANDWIDTH_POSTPAID_BY_HOUR', 100],
      ['BANDWIDTH_PREPAID_BY_MONTH', 200],
      ['BANDWIDTH_PACKAGE', 2000],
    ];
    for (const [InternetChargeType, most] of bounds) {
      const isPrepaid = InternetChargeType === 'BANDWIDTH_PREPAID_BY_MONTH';
      const prepaid = isPrepaid ? { AddressChargePrepaid: { Period: 1 } } : {};
      const body = { InternetChargeType, ...prepaid };
      await release(await allocate({ ...body, InternetMaxBandwidthOut: most }));
      for (const InternetMaxBandwidthOut of [0, most + 1]) {
        const code = await refusal('AllocateAddresses', { ...body, InternetMaxBandwidthOut });
        assert.equal(code, 'InvalidParameterValue.BandwidthOutOfRange', InternetChargeType);
      }
    }
  });

  test('is refused in another form than the ordinary one', async () => {
    const other = 'InvalidParameterValue.ResourceNotSupport';
    const refused: ReadonlyArray<readonly [object, string]> = [
      [{ InternetServiceProvider: 'CMCC' }, other],
      [{ AddressType: 'AnycastEIP' }, other],
      [{ AnycastZone: 'ANYCAST_ZONE_GLOBAL' }, other],
      [{ DedicatedClusterId: 'cluster-1' }, other],
      [{ VipCluster: ['1.2.3.4'] }, other],
      [{ Egress: 'center_egress2' }, other],
      [{ InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH' }, 'InvalidParameterValue.Combination'],
      [{ AddressChargePrepaid: { Period: 1 } }, 'InvalidParameterValue.Combination'],
      [
        { InternetChargeType: 'BANDWIDTH_PACKAGE', BandwidthPackageId: 'bwp-00000000' },
        'InvalidParameterValue.BandwidthPackageNotFound',
      ],
      [{ AddressCount: 0 }, 'InvalidParameterValue.Range'],
    ];
    for (const [body, code] of refused) {
      assert.equal(await refusal('AllocateAddresses', body), code, JSON.stringify(body));
    }
  });

  test('a token makes one of several requests', async () => {
    const [first, again] = [
      await allocate({ ClientToken: 't' }),
      await allocate({ ClientToken: 't' }),
    ];
    assert.equal(first, again);
    await release(first);
  });
});

describe('the quota', () => {
  test('of a region and of a day', async () => {
    const own = await startTestCloud();
    const { AddressSet } = await own.ok('AllocateAddresses', { AddressCount: 20 }, service);
    const code = await own.refusal('AllocateAddresses', {}, service);
    assert.equal(code, 'AddressQuotaLimitExceeded');
    await own.ok('ReleaseAddresses', { AddressIds: AddressSet }, service);
    const more = await own.ok('AllocateAddresses', { AddressCount: 20 }, service);
    await own.ok('ReleaseAddresses', { AddressIds: more['AddressSet'] }, service);
    const daily = await own.refusal('AllocateAddresses', {}, service);
    assert.equal(daily, 'AddressQuotaLimitExceeded.DailyAllocate');
    const quotas = await own.ok('DescribeAddressQuota', {}, service);
    assert.deepEqual(quotas['QuotaSet'], [
      { QuotaId: 'TOTAL_EIP_QUOTA', QuotaCurrent: 0, QuotaLimit: 20, QuotaGroup: '' },
      { QuotaId: 'DAILY_EIP_APPLY', QuotaCurrent: 40, QuotaLimit: 40, QuotaGroup: '' },
      { QuotaId: 'DAILY_PUBLIC_IP_ASSIGN', QuotaCurrent: 0, QuotaLimit: 10, QuotaGroup: '' },
    ]);
    await own.passTime(DAY_MS);
    await own.ok('AllocateAddresses', {}, service);
    await own.stop();
  });
});

describe('an address and an instance', () => {
  test('are bound, shown on both, unbound', async () => {
    const [instance = ''] = await cloud.launchRunning();
    const id = await allocate();
    const bind = { AddressId: id, InstanceId: instance };
    await ok('AssociateAddress', bind);
    const one = await shown(id);
    assert.equal(one['AddressStatus'], 'BIND');
    assert.equal(one['InstanceId'], instance);
    assert.equal(one['InstanceType'], 'CVM');
    assert.equal(one['NetworkInterfaceId'], instance.replace('ins-', 'eni-'));
    assert.match(String(one['PrivateAddressIp']), /^172\./);
    assert.deepEqual(await publicOf(instance), [one['AddressIp']]);
    assert.equal(
      await refusal('AssociateAddress', bind),
      'UnsupportedOperation.AddressStatusNotPermit',
    );
    const other = await allocate();
    const taken = await refusal('AssociateAddress', { AddressId: other, InstanceId: instance });
    assert.equal(taken, 'InvalidInstanceId.AlreadyBindEip');
    const statusCode = await refusal('ReleaseAddresses', { AddressIds: [other, id] });
    assert.equal(statusCode, 'InvalidAddressState');
    await ok('DisassociateAddress', { AddressId: id });
    assert.equal((await shown(id))['AddressStatus'], 'UNBIND');
    assert.equal(await publicOf(instance), null);
    const twice = await refusal('DisassociateAddress', { AddressId: id });
    assert.equal(twice, 'InvalidAddressIdStatus.NotPermit');
    await release(id, other);
  });

  test('by the primary address of its interface, and by no other', async () => {
    const [instance = ''] = await cloud.launchRunning();
    const [{ PrivateIpAddresses }] = (await cloud.show([instance])) as unknown as [Item];
    const [PrivateIpAddress] = PrivateIpAddresses as readonly string[];
    const NetworkInterfaceId = instance.replace('ins-', 'eni-');
    const AddressId = await allocate();
    const refused: ReadonlyArray<readonly [object, string]> = [
      [{}, 'InvalidParameterValue.MissingAssociateEntity'],
      [{ NetworkInterfaceId }, 'MissingParameter'],
      [{ PrivateIpAddress }, 'MissingParameter'],
      [{ InstanceId: instance, NetworkInterfaceId, PrivateIpAddress }, 'InvalidParameterConflict'],
      [{ NetworkInterfaceId, PrivateIpAddress: '10.9.9.9' }, 'InvalidNetworkInterfaceId.NotFound'],
      [
        { NetworkInterfaceId: 'eni-00000000', PrivateIpAddress },
        'InvalidNetworkInterfaceId.NotFound',
      ],
      [{ InstanceId: 'ins-00000000' }, 'InvalidInstanceId.NotFound'],
      [{ InstanceId: 'x' }, 'InvalidParameterValue.InstanceIdMalformed'],
    ];
    for (const [body, code] of refused) {
      const answer = await refusal('AssociateAddress', { AddressId, ...body });
      assert.equal(answer, code, JSON.stringify(body));
    }
    const none = { AddressId: 'eip-00000000', InstanceId: instance };
    assert.equal(await refusal('AssociateAddress', none), 'InvalidAddressId.NotFound');
    const malformed = { AddressId: 'x', InstanceId: instance };
    assert.equal(
      await refusal('AssociateAddress', malformed),
      'InvalidParameterValue.AddressIdMalformed',
    );
    await ok('AssociateAddress', { AddressId, NetworkInterfaceId, PrivateIpAddress });
    assert.equal((await shown(AddressId))['InstanceId'], instance);
    await cloud.ok('TerminateInstances', { InstanceIds: [instance] });
    await cloud.passTime(60_000);
    assert.equal((await shown(AddressId))['AddressStatus'], 'UNBIND');
    await release(AddressId);
  });

  test('an ordinary address is returned first, made elastic, exchanged', async () => {
    const [instance = ''] = await cloud.launchRunning(open);
    const ordinary = ((await publicOf(instance)) as readonly string[])[0] ?? '';
    const AddressId = await allocate();
    const bind = { AddressId, InstanceId: instance };
    assert.equal(await refusal('AssociateAddress', bind), 'InvalidParameterValue.InstanceHasWanIP');
    const listed = await found('address-type', 'WanIP');
    assert.ok(listed.includes(instance.replace('ins-', 'eip-')));
    await ok('AdjustPublicAddress', { InstanceId: instance });
    const changed = ((await publicOf(instance)) as readonly string[])[0] ?? '';
    assert.notEqual(changed, ordinary);
    const { AddressId: made } = await ok('TransformAddress', { InstanceId: instance });
    const elastic = await shown(String(made));
    assert.deepEqual(
      [elastic['AddressIp'], elastic['AddressType'], elastic['Bandwidth'], elastic['InstanceId']],
      [changed, 'EIP', 3, instance],
    );
    const again = await refusal('TransformAddress', { InstanceId: instance });
    assert.equal(again, 'InvalidParameterValue.InstanceNoWanIP');
    const wrong = await refusal('ReturnNormalAddresses', { AddressIps: [changed] });
    assert.equal(wrong, 'UnsupportedOperation.NotSupportedAddressIpsChargeType');
    const unbind = { AddressId: made, ReallocateNormalPublicIp: true };
    await ok('DisassociateAddress', unbind);
    const anew = ((await publicOf(instance)) as readonly string[])[0] ?? '';
    assert.notEqual(anew, changed);
    await ok('ReturnNormalAddresses', { AddressIps: [anew] });
    assert.equal(await publicOf(instance), null);
    const gone = await refusal('ReturnNormalAddresses', { AddressIps: [anew] });
    assert.equal(gone, 'InvalidParameterValue.AddressIpsNotFound');
    const text = await refusal('ReturnNormalAddresses', { AddressIps: ['x'] });
    assert.equal(text, 'InvalidParameterValue.Illegal');
    await ok('AssociateAddress', bind);
    await cloud.ok('TerminateInstances', { InstanceIds: [instance] });
    await cloud.passTime(60_000);
    await release(AddressId, String(made));
  });

  test('an instance in creation has none yet', async () => {
    const [instance = ''] = await cloud.launch();
    const AddressId = await allocate();
    const code = await refusal('AssociateAddress', { AddressId, InstanceId: instance });
    assert.equal(code, 'InvalidParameterValue.InvalidInstanceState');
    await cloud.passTime(60_000);
    await release(AddressId);
  });
});

describe('what changes of an address', () => {
  test('its name, and whether its instance sees it', async () => {
    const AddressId = await allocate();
    await ok('ModifyAddressAttribute', { AddressId, AddressName: 'n'.repeat(128) });
    assert.equal((await shown(AddressId))['AddressName'], 'n'.repeat(128));
    const refused: ReadonlyArray<readonly [object, string]> = [
      [{}, 'InvalidParameterValue'],
      [{ AddressName: 'n'.repeat(129) }, 'InvalidParameterValue.TooLong'],
      [{ AddressName: 'a b' }, 'InvalidParameterValue'],
      [{ EipDirectConnection: 'TRUE' }, 'UnsupportedOperation.AddressStatusNotPermit'],
    ];
    for (const [body, code] of refused) {
      const answer = await refusal('ModifyAddressAttribute', { AddressId, ...body });
      assert.equal(answer, code, JSON.stringify(body));
    }
    const [InstanceId = ''] = await cloud.launchRunning();
    await ok('AssociateAddress', { AddressId, InstanceId, EipDirectConnection: true });
    assert.equal((await shown(AddressId))['IsEipDirectConnection'], true);
    const direct = (EipDirectConnection: string) => ({ AddressId, EipDirectConnection });
    const code = await refusal('ModifyAddressAttribute', direct('TRUE'));
    assert.equal(code, 'InvalidParameterValue.AddressAlreadyHasPassThrough');
    await ok('ModifyAddressAttribute', direct('FALSE'));
    assert.equal((await shown(AddressId))['IsEipDirectConnection'], false);
    await ok('DisassociateAddress', { AddressId });
    await release(AddressId);
  });

  test('its bandwidth, within the charge type, never downwards where it is paid', async () => {
    const AddressId = await allocate();
    const set = (InternetMaxBandwidthOut: number, id = AddressId) => ({
      AddressIds: [id],
      InternetMaxBandwidthOut,
    });
    await ok('ModifyAddressesBandwidth', set(100));
    assert.equal((await shown(AddressId))['Bandwidth'], 100);
    for (const mbps of [0, 101]) {
      const code = await refusal('ModifyAddressesBandwidth', set(mbps));
      assert.equal(code, 'InvalidParameterValue.BandwidthOutOfRange');
    }
    const paid = await allocate({
      InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH',
      AddressChargePrepaid: { Period: 1 },
      InternetMaxBandwidthOut: 5,
    });
    await ok('ModifyAddressesBandwidth', set(6, paid));
    const lower = await refusal('ModifyAddressesBandwidth', set(5, paid));
    assert.equal(lower, 'InvalidParameterValue.BandwidthTooSmall');
    await release(AddressId, paid);
  });

  test('how it is paid, twice; what is paid in advance ends or goes on', async () => {
    const AddressId = await allocate();
    const pay = (InternetChargeType: string, rest: object = {}) => ({
      AddressId,
      InternetChargeType,
      InternetMaxBandwidthOut: 10,
      ...rest,
    });
    const action = 'ModifyAddressInternetChargeType';
    const same = await refusal(action, pay('TRAFFIC_POSTPAID_BY_HOUR'));
    assert.equal(same, 'InvalidParameterValue.InternetChargeTypeNotChanged');
    const code = await refusal(action, pay('BANDWIDTH_PREPAID_BY_MONTH'));
    assert.equal(code, 'InvalidParameterValue.Combination');
    const months = {
      AddressIds: [AddressId],
      AddressChargePrepaid: { Period: 2, AutoRenewFlag: 0 },
    };
    const unpaid = await refusal('RenewAddresses', months);
    assert.equal(unpaid, 'UnsupportedOperation.InvalidAddressInternetChargeType');
    const AddressChargePrepaid = { Period: 1 };
    await ok(action, pay('BANDWIDTH_PREPAID_BY_MONTH', { AddressChargePrepaid }));
    assert.equal((await shown(AddressId))['RenewFlag'], 'NOTIFY_AND_AUTO_RENEW');
    assert.match(String((await shown(AddressId))['DeadlineDate']), /^2026-02-02T/);
    await ok('RenewAddresses', months);
    assert.match(String((await shown(AddressId))['DeadlineDate']), /^2026-04-02T/);
    assert.equal((await shown(AddressId))['RenewFlag'], 'NOTIFY_AND_MANUAL_RENEW');
    await ok(action, pay('BANDWIDTH_POSTPAID_BY_HOUR'));
    const third = await refusal(action, pay('TRAFFIC_POSTPAID_BY_HOUR'));
    assert.equal(third, 'LimitExceeded.ModifyAddressInternetChargeTypeQuota');
    await release(AddressId);
    const own = await startTestCloud();
    const prepaid = { InternetChargeType: 'BANDWIDTH_PREPAID_BY_MONTH', AddressChargePrepaid };
    const made = await own.ok('AllocateAddresses', { ...prepaid, AddressCount: 2 }, service);
    const [one, two] = made['AddressSet'] as readonly string[];
    const flag = { AddressIds: [two], RenewFlag: 'DISABLE_NOTIFY_AND_MANUAL_RENEW' };
    await own.ok('ModifyAddressesRenewFlag', flag, service);
    await own.passTime(32 * DAY_MS);
    const { AddressSet } = await own.ok('DescribeAddresses', {}, service);
    const left = AddressSet as readonly Item[];
    assert.deepEqual(
      left.map((item) => [item['AddressId'], item['DeadlineDate']]),
      [[one, '2026-03-02T03:04:05Z']],
    );
    await own.stop();
  });

  test('the flag of one that is not paid in advance does not', async () => {
    const id = await allocate();
    const body = { AddressIds: [id], RenewFlag: 'NOTIFY_AND_AUTO_RENEW' };
    const code = await refusal('ModifyAddressesRenewFlag', body);
    assert.equal(code, 'InvalidParameterValue.ResourceNotSupport');
    await release(id);
  });
});

test('addresses are found by each filter of the page', async () => {
  const [instance = ''] = await cloud.launchRunning();
  const tag = [{ Key: 'team', Value: 'red' }];
  const id = await allocate({ AddressName: 'filtered', Tags: tag });
  await ok('AssociateAddress', { AddressId: id, InstanceId: instance });
  const one = await shown(id);
  const matching: ReadonlyArray<readonly [string, string]> = [
    ['address-id', id],
    ['address-name', 'filtered'],
    ['address-ip', String(one['AddressIp'])],
    ['address-status', 'BIND'],
    ['instance-id', instance],
    ['private-ip-address', String(one['PrivateAddressIp'])],
    ['network-interface-id', String(one['NetworkInterfaceId'])],
    ['instance-type', 'CVM'],
    ['tag-key', 'team'],
    ['tag-value', 'red'],
    ['tag:team', 'red'],
    ['is-arrears', 'FALSE'],
    ['address-type', 'EIP'],
    ['address-isp', 'BGP'],
  ];
  for (const [name, value] of matching) {
    assert.ok((await found(name, value)).includes(id), `${name} ${value}`);
  }
  const missing: ReadonlyArray<readonly [string, string]> = [
    ['address-id', 'eip-00000000'],
    ['address-name', 'other'],
    ['address-ip', '1.2.3.4'],
    ['address-status', 'UNBIND'],
    ['address-status', 'CREATING'],
    ['instance-id', 'ins-00000000'],
    ['private-ip-address', '10.9.9.9'],
    ['network-interface-id', 'eni-00000000'],
    ['instance-type', 'NAT'],
    ['tag-key', 'none'],
    ['tag:team', 'blue'],
    ['is-arrears', 'TRUE'],
    ['address-type', 'AnycastEIP'],
    ['address-isp', 'CMCC'],
    ['dedicated-cluster-id', 'cluster-1'],
  ];
  for (const [name, value] of missing) {
    assert.ok(!(await found(name, value)).includes(id), `${name} ${value}`);
  }
  const filter = (Name: string, ...Values: readonly string[]) => ({ Filters: [{ Name, Values }] });
  const both = { AddressIds: [id], ...filter('address-name', 'a') };
  assert.equal(await refusal('DescribeAddresses', both), 'InvalidParameter');
  const ofCluster = { AddressIds: [id], ...filter('business-type', 'CDC') };
  assert.equal((await ok('DescribeAddresses', ofCluster))['TotalCount'], 0);
  const refused: ReadonlyArray<readonly [object, string]> = [
    [filter('colour', 'red'), 'InvalidParameter.InvalidFilter'],
    [filter('address-id', 'x'), 'InvalidParameterValue.AddressIdMalformed'],
    [filter('instance-id', 'x'), 'InvalidParameterValue.ResourceIdMalformed'],
    [filter('network-interface-id', 'x'), 'InvalidParameterValue.NetworkInterfaceIdMalformed'],
    [{ AddressIds: ['x'] }, 'InvalidParameterValue.AddressIdMalformed'],
    [{ Limit: 101 }, 'InvalidParameterValue.LimitExceeded'],
  ];
  for (const [body, code] of refused) {
    assert.equal(await refusal('DescribeAddresses', body), code, JSON.stringify(body));
  }
});
