import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type GivenParameters,
  makeGroup,
  startTestCloud,
  VPC_VERSION,
  type TestCloud,
  type TestNetwork,
} from '../../cloud.test-support.ts';

const WHILE = 60_000;
const NONE = 'eni-bp67acfmxazb4paaaaaa';
const NO_INSTANCE = 'i-bp67acfmxazb4qaaaaaa';

interface Shown {
  readonly NetworkInterfaceId: string;
  readonly Status: string;
  readonly InstanceId: string;
  readonly PrivateIpAddress: string;
  readonly SecurityGroupIds: { readonly SecurityGroupId: readonly string[] };
  readonly PrivateIpSets: {
    readonly PrivateIpSet: ReadonlyArray<{ readonly PrivateIpAddress: string }>;
  };
  readonly [field: string]: unknown;
}

describe('secondary interfaces of ecs', () => {
  let cloud: TestCloud;
  let network: TestNetwork;
  let other: TestNetwork;
  let instance = '';
  let primary = '';

  const create = async (parameters: GivenParameters = {}) =>
    (await cloud.ok('CreateNetworkInterface', asked(parameters))) as unknown as Shown;
  const asked = (parameters: GivenParameters = {}) => ({
    VSwitchId: network.vSwitch,
    SecurityGroupId: network.group,
    ...parameters,
  });
  const list = async (parameters: GivenParameters = {}) => {
    const { NetworkInterfaceSets } = await cloud.ok('DescribeNetworkInterfaces', parameters);
    return (NetworkInterfaceSets as { readonly NetworkInterfaceSet: readonly Shown[] })
      .NetworkInterfaceSet;
  };
  const show = async (NetworkInterfaceId: string): Promise<Shown> => {
    const [shown] = await list({ 'NetworkInterfaceId.1': NetworkInterfaceId });
    assert.ok(shown, `${NetworkInterfaceId} is not shown`);
    return shown;
  };
  const addressesOf = async (key: string) =>
    (await show(key)).PrivateIpSets.PrivateIpSet.map((one) => one.PrivateIpAddress);
  const drop = async (...ids: readonly string[]) => {
    for (const NetworkInterfaceId of ids) {
      await cloud.ok('DeleteNetworkInterface', { NetworkInterfaceId });
    }
  };
  const attach = async (NetworkInterfaceId: string, InstanceId = instance) => {
    await cloud.ok('AttachNetworkInterface', { NetworkInterfaceId, InstanceId });
    await cloud.passTime(WHILE);
  };
  const detach = async (NetworkInterfaceId: string, InstanceId = instance) => {
    await cloud.ok('DetachNetworkInterface', { NetworkInterfaceId, InstanceId });
    await cloud.passTime(WHILE);
  };
  const newGroup = async (VpcId = network.vpc) =>
    (await cloud.ok('CreateSecurityGroup', { VpcId }))['SecurityGroupId'] as string;

  before(async () => {
    cloud = await startTestCloud();
    network = await cloud.network('10.0.0.0/16');
    other = await cloud.network('10.9.0.0/16');
    const place = { VSwitchId: network.vSwitch, SecurityGroupId: network.group };
    [instance = ''] = await cloud.launchRunning(place);
    [{ NetworkInterfaceId: primary } = { NetworkInterfaceId: '' }] = await list({
      InstanceId: instance,
    });
  });
  after(() => cloud.stop());

  test('one is Available at once, as it was asked for', async () => {
    const group = await makeGroup(cloud, 'apart');
    const made = await create({
      PrimaryIpAddress: '10.0.1.50',
      'PrivateIpAddress.1': '10.0.1.60',
      NetworkInterfaceName: 'second',
      Description: 'for the store',
      QueueNumber: 2,
      DeleteOnRelease: false,
      SourceDestCheck: true,
      ResourceGroupId: group,
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'a',
    });
    const id = made.NetworkInterfaceId;
    assert.match(id, /^eni-[\da-z]{20}$/);
    assert.deepEqual([made.Status, made.PrivateIpAddress], ['Available', '10.0.1.50']);
    const { MacAddress, CreationTime, OwnerId, ...shown } = await show(id);
    assert.equal(MacAddress, made['MacAddress']);
    assert.match(String(CreationTime), /^2026-01-02T\d\d:\d\d:\d\dZ$/);
    assert.equal(OwnerId, made['OwnerId']);
    const AssociatedPublicIp = { AllocationId: '', PublicIpAddress: '' };
    const address = (PrivateIpAddress: string, Primary: boolean) => ({
      AssociatedPublicIp,
      Primary,
      PrivateDnsName: '',
      PrivateIpAddress,
    });
    assert.deepEqual(shown, {
      AssociatedPublicIp,
      Attachment: {
        DeviceIndex: 0,
        InstanceId: '',
        NetworkCardIndex: 0,
        TrunkNetworkInterfaceId: '',
      },
      DeleteOnRelease: false,
      Description: 'for the store',
      InstanceId: '',
      Ipv4PrefixSets: { Ipv4PrefixSet: [] },
      Ipv6PrefixSets: { Ipv6PrefixSet: [] },
      Ipv6Sets: { Ipv6Set: [] },
      NetworkInterfaceId: id,
      NetworkInterfaceName: 'second',
      NetworkInterfaceTrafficMode: 'Standard',
      PrivateIpAddress: '10.0.1.50',
      PrivateIpSets: {
        PrivateIpSet: [address('10.0.1.50', true), address('10.0.1.60', false)],
      },
      QueueNumber: 2,
      QueuePairNumber: 0,
      ResourceGroupId: group,
      SecurityGroupIds: { SecurityGroupId: [network.group] },
      ServiceID: 0,
      ServiceManaged: false,
      SourceDestCheck: true,
      Status: 'Available',
      Tags: { Tag: [{ TagKey: 'team', TagValue: 'a' }] },
      Type: 'Secondary',
      VSwitchId: network.vSwitch,
      VpcId: network.vpc,
      ZoneId: 'cn-guangzhou-a',
    });
    await drop(id);
  });

  test('DescribeNetworkInterfaces narrows by each parameter of its page', async () => {
    const group = await makeGroup(cloud, 'narrowed');
    const { NetworkInterfaceId: id } = await create({
      PrimaryIpAddress: '10.0.1.50',
      'PrivateIpAddress.1': '10.0.1.60',
      NetworkInterfaceName: 'second',
      ResourceGroupId: group,
      'Tag.1.Key': 'team',
      'Tag.1.Value': 'a',
    });
    const cases: ReadonlyArray<readonly [GivenParameters, readonly string[]]> = [
      [{ Type: 'Secondary' }, [id]],
      [{ Type: 'Primary' }, [primary]],
      [{ Status: 'Available' }, [id]],
      [{ Status: 'InUse' }, [primary]],
      [{ Status: 'Deleting' }, []],
      [{ 'PrivateIpAddress.1': '10.0.1.60' }, [id]],
      [{ PrimaryIpAddress: '10.0.1.60' }, []],
      [{ NetworkInterfaceName: 'second' }, [id]],
      [{ ResourceGroupId: group }, [id]],
      [{ SecurityGroupId: network.group }, [id, primary]],
      [{ VSwitchId: network.vSwitch }, [id, primary]],
      [{ VpcId: network.vpc }, [id, primary]],
      [{ InstanceId: instance }, [primary]],
      [{ 'Tag.1.Key': 'team', 'Tag.1.Value': 'a' }, [id]],
    ];
    for (const [parameters, ids] of cases) {
      const found = (await list(parameters)).map((one) => one.NetworkInterfaceId);
      assert.deepEqual(found, ids, JSON.stringify(parameters));
    }
    await drop(id);
    assert.deepEqual(await list({ Type: 'Secondary' }), []);
  });

  test('CreateNetworkInterface refuses in the words of its page', async () => {
    const elsewhere = await newGroup(other.vpc);
    const addresses = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `PrivateIpAddress.${at + 1}`,
          `10.0.1.${at + 70}`,
        ]),
      );
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ VSwitchId: '' }, '400 MissingParameter'],
      [{ VSwitchId: 'vsw-nobody' }, '404 InvalidVSwitchId.NotFound'],
      [{ SecurityGroupId: '' }, '400 MissingParameter'],
      [{ 'SecurityGroupIds.1': network.group }, '400 InvalidParameter'],
      [{ SecurityGroupId: 'sg-nobody' }, '404 InvalidSecurityGroupId.NotFound'],
      [{ SecurityGroupId: elsewhere }, '403 InvalidSecurityGroupId.NotVpc'],
      [{ PrimaryIpAddress: 'x' }, '403 InvalidIp.Address'],
      [{ PrimaryIpAddress: '10.0.2.5' }, '403 InvalidVSwitchId.IpInvalid'],
      [{ PrimaryIpAddress: '10.0.1.0' }, '403 InvalidVSwitchId.IpInvalid'],
      [
        { 'PrivateIpAddress.1': '10.0.1.50', PrimaryIpAddress: '10.0.1.50' },
        '403 InvalidIp.IpRepeated',
      ],
      [{ ...addresses(1), SecondaryPrivateIpAddressCount: 1 }, '400 InvalidParameter'],
      [addresses(11), '400 InvalidParameter'],
      [{ SecondaryPrivateIpAddressCount: 0 }, '400 InvalidParameter'],
      [{ SecondaryPrivateIpAddressCount: 50 }, '400 InvalidParameter'],
      [{ QueueNumber: 0 }, '403 InvalidParameter.InvalidEniQueueNumber'],
      [{ QueueNumber: 2049 }, '403 InvalidParameter.InvalidEniQueueNumber'],
      [{ NetworkInterfaceName: 'x' }, '400 InvalidParameter'],
      [{ Description: 'http://a' }, '400 InvalidParameter'],
      [{ InstanceType: 'Trunk' }, '400 UnsupportedParameter'],
      [{ InstanceType: 'Third' }, '400 InvalidParameter'],
      [{ NetworkInterfaceTrafficMode: 'HighPerformance' }, '400 UnsupportedParameter'],
      [
        { 'NetworkInterfaceTrafficConfig.NetworkInterfaceTrafficMode': 'HighPerformance' },
        '400 UnsupportedParameter',
      ],
      [{ Ipv4PrefixCount: 1 }, '400 UnsupportedParameter'],
      [{ Ipv6PrefixCount: 1 }, '400 UnsupportedParameter'],
      // The vSwitch has no IPv6 block.
      [{ Ipv6AddressCount: 1 }, '400 InvalidParameter'],
      [{ 'ConnectionTrackingConfiguration.UdpTimeout': 11 }, '400 InvalidParameter'],
      [{ 'Tag.1.Key': 'a', 'Tag.2.Key': 'a' }, '400 Duplicate.TagKey'],
      [{ 'Tag.1.Key': 'acs:a' }, '400 InvalidTagKey.Malformed'],
    ];
    for (const [parameters, code] of cases) {
      assert.equal(
        await cloud.refusal('CreateNetworkInterface', asked(parameters)),
        code,
        JSON.stringify(parameters),
      );
    }
    const { NetworkInterfaceId: ten } = await create(addresses(10));
    assert.equal((await show(ten)).PrivateIpSets.PrivateIpSet.length, 11);
    const { NetworkInterfaceId: most } = await create({ SecondaryPrivateIpAddressCount: 49 });
    assert.equal((await show(most)).PrivateIpSets.PrivateIpSet.length, 50);
    const taken = (await show(ten)).PrivateIpAddress;
    assert.equal(
      await cloud.refusal('CreateNetworkInterface', asked({ PrimaryIpAddress: taken })),
      '400 InvalidPrivateIpAddress.Duplicated',
    );
    await drop(ten, most);
  });

  test('one token makes one interface', async () => {
    const once = { ClientToken: 'once' };
    const { NetworkInterfaceId: id } = await create(once);
    assert.equal((await create(once)).NetworkInterfaceId, id);
    await drop(id);
  });

  test('it goes to an instance and from it, and may go with it', async () => {
    const { NetworkInterfaceId: id } = await create();
    const both = { NetworkInterfaceId: id, InstanceId: instance };
    await cloud.ok('AttachNetworkInterface', both);
    assert.equal((await show(id)).Status, 'Attaching');
    assert.equal(
      await cloud.refusal('AttachNetworkInterface', both),
      '400 InvalidOperation.InvalidEniState',
    );
    await cloud.passTime(WHILE);
    const { Status, InstanceId, Attachment } = await show(id);
    assert.deepEqual([Status, InstanceId], ['InUse', instance]);
    assert.deepEqual(Attachment, {
      DeviceIndex: 1,
      InstanceId: instance,
      NetworkCardIndex: 0,
      TrunkNetworkInterfaceId: '',
    });
    assert.equal(
      await cloud.refusal('DeleteNetworkInterface', { NetworkInterfaceId: id }),
      '400 InvalidOperation.InvalidEniState',
    );
    await cloud.ok('DetachNetworkInterface', both);
    assert.equal((await show(id)).Status, 'Detaching');
    // As the page says, one that is on its way may be asked for again.
    await cloud.ok('DetachNetworkInterface', both);
    await cloud.passTime(WHILE);
    assert.equal((await show(id)).Status, 'Available');
    const place = { VSwitchId: network.vSwitch, SecurityGroupId: network.group };
    const [holder = ''] = await cloud.launchRunning({
      ...place,
      InstanceType: 'ecs.g6.2xlarge',
    });
    const { NetworkInterfaceId: kept } = await create({ DeleteOnRelease: false });
    await attach(id, holder);
    await attach(kept, holder);
    await cloud.ok('DeleteInstance', { InstanceId: holder, Force: true });
    await cloud.passTime(WHILE);
    const left = (await list({ Type: 'Secondary' })).map((one) => one.NetworkInterfaceId);
    assert.deepEqual(left, [kept]);
    assert.equal((await show(kept)).Status, 'Available');
    await drop(kept);
  });

  test('what is not attached or detached, in the words of the pages', async () => {
    const { NetworkInterfaceId: id } = await create();
    const { NetworkInterfaceId: far } = await create({
      VSwitchId: other.vSwitch,
      SecurityGroupId: other.group,
    });
    const attached: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ NetworkInterfaceId: NONE }, '404 InvalidEniId.NotFound'],
      [{ InstanceId: NO_INSTANCE }, '403 InvalidInstanceId.NotFound'],
      [{ NetworkInterfaceId: primary }, '403 InvalidOperation.InvalidEniType'],
      [{ NetworkInterfaceId: far }, '403 InvalidOperation.VpcMismatch'],
      [{ NetworkCardIndex: 0 }, '400 UnsupportedParameter'],
    ];
    for (const [parameters, code] of attached) {
      const asking = { NetworkInterfaceId: id, InstanceId: instance, ...parameters };
      assert.equal(await cloud.refusal('AttachNetworkInterface', asking), code);
    }
    const detached: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ NetworkInterfaceId: NONE }, '404 InvalidEniId.NotFound'],
      [{ NetworkInterfaceId: primary }, '400 InvalidOperation.DetachPrimaryEniNotAllowed'],
      [{}, '400 InvalidOperation.InvalidEniState'],
      [{ InstanceId: NO_INSTANCE }, '403 InvalidInstanceId.NotFound'],
    ];
    for (const [parameters, code] of detached) {
      const asking = { NetworkInterfaceId: id, InstanceId: instance, ...parameters };
      assert.equal(await cloud.refusal('DetachNetworkInterface', asking), code);
    }
    for (const [NetworkInterfaceId, code] of [
      [NONE, '404 InvalidEniId.NotFound'],
      [primary, '403 InvalidOperation.InvalidEniType'],
    ] as const) {
      assert.equal(await cloud.refusal('DeleteNetworkInterface', { NetworkInterfaceId }), code);
    }
    await drop(id, far);
  });

  test('an instance has as many as its type allows', async () => {
    const made: string[] = [];
    const next = async () => {
      const { NetworkInterfaceId: id } = await create();
      made.push(id);
      return id;
    };
    let code = '';
    while (code === '' && made.length < 20) {
      const both = { NetworkInterfaceId: await next(), InstanceId: instance };
      const answer = await cloud.call('AttachNetworkInterface', both);
      code = answer.Code ?? '';
      await cloud.passTime(WHILE);
    }
    assert.equal(code, 'EniPerInstanceLimitExceeded');
    const { InstanceTypes } = await cloud.ok('DescribeInstanceTypes', {
      'InstanceTypes.1': 'ecs.g6.large',
    });
    const [type] = (
      InstanceTypes as { readonly InstanceType: ReadonlyArray<Record<string, unknown>> }
    ).InstanceType;
    // The last one of those made was refused, and the primary one counts as well.
    assert.equal(type?.['EniQuantity'], made.length);
    for (const id of made.slice(0, -1)) await detach(id);
    await drop(...made);
  });

  test('ModifyNetworkInterfaceAttribute changes what is given', async () => {
    const { NetworkInterfaceId: id } = await create();
    const second = await newGroup();
    const modify = (parameters: GivenParameters) =>
      cloud.ok('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: id, ...parameters });
    await modify({
      NetworkInterfaceName: 'named',
      Description: 'said',
      'SecurityGroupId.1': second,
      'SecurityGroupId.2': network.group,
      QueueNumber: 4,
      DeleteOnRelease: false,
      SourceDestCheck: true,
      'ConnectionTrackingConfiguration.UdpTimeout': 60,
    });
    const shown = await show(id);
    assert.deepEqual(
      [shown['NetworkInterfaceName'], shown['Description'], shown['QueueNumber']],
      ['named', 'said', 4],
    );
    assert.deepEqual([shown['DeleteOnRelease'], shown['SourceDestCheck']], [false, true]);
    assert.deepEqual(shown.SecurityGroupIds.SecurityGroupId, [second, network.group]);
    await modify({ NetworkInterfaceName: '' });
    const after = await cloud.ok('DescribeNetworkInterfaceAttribute', {
      NetworkInterfaceId: id,
      Attribute: 'connectionTrackingConfiguration',
    });
    assert.deepEqual(
      [after['NetworkInterfaceName'], after['Description'], after['QueueNumber']],
      ['', 'said', 4],
    );
    assert.deepEqual(after['ConnectionTrackingConfiguration'], {
      TcpClosedAndTimeWaitTimeout: 3,
      TcpEstablishedTimeout: 910,
      UdpTimeout: 60,
    });
    const plain = await cloud.ok('DescribeNetworkInterfaceAttribute', { NetworkInterfaceId: id });
    assert.equal(plain['ConnectionTrackingConfiguration'], undefined);
    await attach(id);
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{ NetworkInterfaceId: NONE }, '404 InvalidEniId.NotFound'],
      [{ NetworkInterfaceName: 'x' }, '400 InvalidParameter'],
      [{ Description: 'http://a' }, '400 InvalidParameter'],
      [{ QueueNumber: 2049 }, '403 InvalidParameter.InvalidEniQueueNumber'],
      // Its instance runs.
      [{ QueueNumber: 2 }, '400 InvalidOperation.InvalidEcsState'],
      [{ 'SecurityGroupId.1': 'sg-nobody' }, '404 InvalidSecurityGroupId.NotFound'],
      [
        { NetworkInterfaceId: primary, DeleteOnRelease: false },
        '403 InvalidOperation.InvalidEniType',
      ],
    ];
    for (const [parameters, code] of cases) {
      const asking = { NetworkInterfaceId: id, ...parameters };
      assert.equal(await cloud.refusal('ModifyNetworkInterfaceAttribute', asking), code);
    }
    assert.equal(
      await cloud.refusal('DescribeNetworkInterfaceAttribute', { NetworkInterfaceId: NONE }),
      '404 InvalidEniId.NotFound',
    );
    await detach(id);
    await drop(id);
  });

  test('addresses are assigned: those named, or as many as asked for', async () => {
    const { NetworkInterfaceId: id } = await create();
    const named = await cloud.ok('AssignPrivateIpAddresses', {
      NetworkInterfaceId: id,
      'PrivateIpAddress.1': '10.0.1.200',
    });
    assert.deepEqual(named['AssignedPrivateIpAddressesSet'], {
      NetworkInterfaceId: id,
      PrivateIpSet: { PrivateIpAddress: ['10.0.1.200'] },
      Ipv4PrefixSet: { Ipv4Prefixes: [] },
    });
    await cloud.ok('AssignPrivateIpAddresses', {
      NetworkInterfaceId: id,
      SecondaryPrivateIpAddressCount: 2,
    });
    assert.equal((await addressesOf(id)).length, 4);
    const cases: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{}, '400 MissingParameter'],
      [
        { NetworkInterfaceId: NONE, SecondaryPrivateIpAddressCount: 1 },
        '404 InvalidEniId.NotFound',
      ],
      [
        { 'PrivateIpAddress.1': '10.0.1.201', SecondaryPrivateIpAddressCount: 1 },
        '400 InvalidParameter',
      ],
      [{ 'PrivateIpAddress.1': '10.0.1.200' }, '400 InvalidPrivateIpAddress.Duplicated'],
      [{ 'PrivateIpAddress.1': '10.0.2.1' }, '403 InvalidVSwitchId.IpInvalid'],
      [
        { 'PrivateIpAddress.1': '10.0.1.201', 'PrivateIpAddress.2': '10.0.1.201' },
        '403 InvalidIp.IpRepeated',
      ],
      [{ SecondaryPrivateIpAddressCount: 47 }, '403 InvalidOperation.Ipv4CountExceeded'],
      [{ Ipv4PrefixCount: 1 }, '400 UnsupportedParameter'],
    ];
    for (const [parameters, code] of cases) {
      const asking = { NetworkInterfaceId: id, ...parameters };
      assert.equal(
        await cloud.refusal('AssignPrivateIpAddresses', asking),
        code,
        JSON.stringify(parameters),
      );
    }
    await cloud.ok('AssignPrivateIpAddresses', {
      NetworkInterfaceId: id,
      SecondaryPrivateIpAddressCount: 46,
    });
    assert.equal((await addressesOf(id)).length, 50);
    await drop(id);
  });

  test('addresses are unassigned but for the first, and of the primary one as well', async () => {
    const { NetworkInterfaceId: id } = await create({ SecondaryPrivateIpAddressCount: 3 });
    const [first = '', ...others] = await addressesOf(id);
    const unassigned: ReadonlyArray<readonly [GivenParameters, string]> = [
      [{}, '403 MissingParameter'],
      [{ 'PrivateIpAddress.1': '10.0.1.252' }, '403 InvalidIp.IpUnassigned'],
      [{ 'PrivateIpAddress.1': first }, '400 InvalidParameter'],
      [{ 'Ipv4Prefix.1': '10.0.1.0/28' }, '400 UnsupportedParameter'],
    ];
    for (const [parameters, code] of unassigned) {
      const asking = { NetworkInterfaceId: id, ...parameters };
      assert.equal(await cloud.refusal('UnassignPrivateIpAddresses', asking), code);
    }
    const gone = Object.fromEntries(
      others.slice(0, 2).map((address, at) => [`PrivateIpAddress.${at + 1}`, address]),
    );
    await cloud.ok('UnassignPrivateIpAddresses', { NetworkInterfaceId: id, ...gone });
    assert.deepEqual(await addressesOf(id), [first, others[2]]);
    await drop(id);
    await cloud.ok('AssignPrivateIpAddresses', {
      NetworkInterfaceId: primary,
      'PrivateIpAddress.1': '10.0.1.200',
    });
    assert.equal((await addressesOf(primary)).length, 2);
    await cloud.ok('UnassignPrivateIpAddresses', {
      NetworkInterfaceId: primary,
      'PrivateIpAddress.1': '10.0.1.200',
    });
  });

  test('it joins security groups and leaves them, but for the last', async () => {
    const { NetworkInterfaceId: id } = await create();
    const second = await newGroup();
    const member = { NetworkInterfaceId: id, SecurityGroupId: second };
    assert.equal(
      await cloud.refusal('LeaveSecurityGroup', member),
      '404 InvalidSecurityGroupAssociation.NotFound',
    );
    await cloud.ok('JoinSecurityGroup', member);
    assert.deepEqual((await show(id)).SecurityGroupIds.SecurityGroupId, [network.group, second]);
    assert.equal(
      await cloud.refusal('JoinSecurityGroup', member),
      '403 InvalidInstanceId.AlreadyExists',
    );
    await cloud.ok('LeaveSecurityGroup', { ...member, SecurityGroupId: network.group });
    assert.equal(
      await cloud.refusal('LeaveSecurityGroup', member),
      '403 InstanceLastSecurityGroup',
    );
    assert.equal(
      await cloud.refusal('DeleteSecurityGroup', { SecurityGroupId: second }),
      '403 DependencyViolation',
    );
    await drop(id);
    await cloud.ok('DeleteSecurityGroup', { SecurityGroupId: second });
  });

  test('it is tagged as eni', async () => {
    const { NetworkInterfaceId: id } = await create();
    const tag = { 'Tag.1.Key': 'k', 'Tag.1.Value': 'v' };
    await cloud.ok('TagResources', { ResourceType: 'eni', 'ResourceId.1': id, ...tag });
    assert.deepEqual((await show(id))['Tags'], { Tag: [{ TagKey: 'k', TagValue: 'v' }] });
    await drop(id);
  });

  test('one to which a route leads is not deleted', async () => {
    const api = { version: VPC_VERSION };
    const { NetworkInterfaceId } = await create();
    const made = await cloud.ok('CreateRouteTable', { VpcId: network.vpc }, api);
    const RouteTableId = String(made['RouteTableId']);
    const entry = {
      RouteTableId,
      DestinationCidrBlock: '192.168.7.0/24',
      NextHopType: 'NetworkInterface',
      NextHopId: NetworkInterfaceId,
    };
    await cloud.ok('CreateRouteEntry', entry, api);
    assert.equal(
      await cloud.refusal('DeleteNetworkInterface', { NetworkInterfaceId }),
      '400 InvalidOperation.InvalidEniState',
    );
    await cloud.ok('DeleteRouteEntry', entry, api);
    await drop(NetworkInterfaceId);
    await cloud.ok('DeleteRouteTable', { RouteTableId }, api);
  });
});
