import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;
const SETTLED_MS = 2_000;

let cloud: TestCloud;
let vpc: string;
let subnet: string;
let far: string;
let group: string;
let other: string;
let instances: readonly string[];

before(async () => {
  cloud = await startTestCloud();
  const made = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  vpc = (made['Vpc'] as Item)['VpcId'] as string;
  subnet = await newSubnet('10.0.1.0/24', 'ap-guangzhou-3');
  far = await newSubnet('10.0.2.0/24', 'ap-guangzhou-4');
  [group, other] = [await newGroup('a'), await newGroup('b')];
  instances = await cloud.launchRunning({
    InstanceCount: 2,
    InstanceType: 'S5.MEDIUM4',
    VirtualPrivateCloud: { VpcId: vpc, SubnetId: subnet },
    SecurityGroupIds: [group],
  });
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) => cloud.refusal(action, body, service);

async function newSubnet(CidrBlock: string, Zone: string): Promise<string> {
  const { Subnet } = await ok('CreateSubnet', { VpcId: vpc, SubnetName: 's', CidrBlock, Zone });
  return (Subnet as Item)['SubnetId'] as string;
}

async function newGroup(GroupName: string): Promise<string> {
  const made = await ok('CreateSecurityGroup', { GroupName, GroupDescription: 'd' });
  return (made['SecurityGroup'] as Item)['SecurityGroupId'] as string;
}

const plain = (more: object = {}) => ({
  VpcId: vpc,
  SubnetId: subnet,
  NetworkInterfaceName: 'eth',
  ...more,
});

async function create(more: object = {}): Promise<Item> {
  return (await ok('CreateNetworkInterface', plain(more)))['NetworkInterface'] as Item;
}

async function newInterface(more: object = {}): Promise<string> {
  return (await create(more))['NetworkInterfaceId'] as string;
}

async function show(id: string): Promise<Item> {
  const { NetworkInterfaceSet } = await ok('DescribeNetworkInterfaces', {
    NetworkInterfaceIds: [id],
  });
  return (NetworkInterfaceSet as readonly Item[])[0] ?? {};
}

async function addressesOf(id: string): Promise<readonly string[]> {
  const { PrivateIpAddressSet: set } = await show(id);
  return (set as readonly Item[]).map((one) => String(one['PrivateIpAddress']));
}

async function attach(id: string, instance = instances[0] ?? ''): Promise<void> {
  await ok('AttachNetworkInterface', { NetworkInterfaceId: id, InstanceId: instance });
  await cloud.passTime(SETTLED_MS);
}

async function detach(id: string, instance = instances[0] ?? ''): Promise<void> {
  await ok('DetachNetworkInterface', { NetworkInterfaceId: id, InstanceId: instance });
  await cloud.passTime(SETTLED_MS);
}

async function remove(id: string): Promise<void> {
  await ok('DeleteNetworkInterface', { NetworkInterfaceId: id });
}

const primaryOf = (instance = instances[0] ?? '') => instance.replace('ins-', 'eni-');

describe('interfaces are created', () => {
  test('with addresses of one’s choice, groups, a description and tags', async () => {
    const made = await create({
      NetworkInterfaceDescription: 'the second',
      SecurityGroupIds: [other, group],
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.0.1.101', Primary: false, QosLevel: 'AU' },
        { PrivateIpAddress: '10.0.1.100', Primary: true, Description: 'first' },
      ],
      SecondaryPrivateIpAddressCount: 1,
      QosLevel: 'PT',
      Tags: [{ Key: 'city', Value: 'shanghai' }],
    });
    const id = made['NetworkInterfaceId'] as string;
    const addresses = made['PrivateIpAddressSet'] as readonly Item[];
    const common = {
      PublicIpAddress: '',
      AddressId: '',
      IsWanIpBlocked: false,
      State: 'AVAILABLE',
    };
    assert.deepEqual(addresses.slice(0, 2), [
      {
        PrivateIpAddress: '10.0.1.100',
        Primary: true,
        Description: 'first',
        QosLevel: 'DEFAULT',
        ...common,
      },
      {
        PrivateIpAddress: '10.0.1.101',
        Primary: false,
        Description: '',
        QosLevel: 'AU',
        ...common,
      },
    ]);
    assert.equal(addresses[2]?.['QosLevel'], 'PT');
    const { PrivateIpAddressSet: _set, MacAddress: _mac, ...rest } = made;
    assert.deepEqual(rest, {
      NetworkInterfaceId: id,
      NetworkInterfaceName: 'eth',
      NetworkInterfaceDescription: 'the second',
      SubnetId: subnet,
      VpcId: vpc,
      GroupSet: [other, group],
      Primary: false,
      State: 'AVAILABLE',
      NetworkInterfaceState: 'AVAILABLE',
      Attachment: null,
      Zone: 'ap-guangzhou-3',
      CreatedTime: rest['CreatedTime'],
      Ipv6AddressSet: [],
      TagSet: [{ Key: 'city', Value: 'shanghai' }],
      EniType: 0,
      Business: 'cvm',
      CdcId: '',
      AttachType: 0,
      ResourceId: '',
      QosLevel: 'DEFAULT',
    });
    assert.deepEqual(await show(id), made);
    await remove(id);
  });

  test('and found by what they have; their addresses are free again when they go', async () => {
    const id = await newInterface({
      NetworkInterfaceDescription: 'the third',
      SecurityGroupIds: [other],
      PrivateIpAddresses: [address('10.0.1.101')],
      Tags: [{ Key: 'city', Value: 'shanghai' }],
    });
    for (const [Name, value] of [
      ['tag:city', 'shanghai'],
      ['address-ip', '10.0.1.101'],
      ['groups.security-group-id', other],
      ['network-interface-description', 'the third'],
      ['eni-type', '0'],
    ]) {
      const Filters = [{ Name, Values: [value] }];
      assert.equal((await ok('DescribeNetworkInterfaces', { Filters }))['TotalCount'], 1, Name);
    }
    await remove(id);
    assert.equal(
      await refusal('DescribeNetworkInterfaces', { NetworkInterfaceIds: [id] }),
      'ResourceNotFound',
    );
    await remove(await newInterface({ PrivateIpAddresses: [address('10.0.1.101', true)] }));
  });

  test('and refused in the codes of the page', async () => {
    const create = (more: object) => refusal('CreateNetworkInterface', plain(more));
    const given = (...all: readonly object[]) => create({ PrivateIpAddresses: all });
    assert.equal(await create({ SubnetId: 'subnet-00000000' }), 'ResourceNotFound');
    assert.equal(await create({ VpcId: 'vpc-00000000' }), 'ResourceNotFound');
    assert.equal(await create({ SecurityGroupIds: ['sg-00000000'] }), 'ResourceNotFound');
    assert.equal(await create({ SubnetId: 'x' }), 'InvalidParameterValue.Malformed');
    const long = 'é'.repeat(31);
    assert.equal(await create({ NetworkInterfaceName: long }), 'InvalidParameterValue.TooLong');
    await remove(await newInterface({ NetworkInterfaceName: 'é'.repeat(30) }));
    assert.equal(
      await create({ NetworkInterfaceDescription: 'd'.repeat(61) }),
      'InvalidParameterValue.TooLong',
    );
    assert.equal(await given({ Primary: true }), 'MissingParameter');
    assert.equal(await given(address('10.0.1')), 'InvalidParameterValue.Malformed');
    assert.equal(await given(address('10.0.1.1')), 'InvalidParameterValue.Reserved');
    assert.equal(await given(address('10.9.0.7')), 'InvalidParameterValue.Range');
    const [used = ''] = await addressesOf(primaryOf());
    assert.equal(await given(address(used)), 'ResourceInUse');
    const [one, two] = [address('10.0.1.70', true), address('10.0.1.71', true)];
    assert.equal(await given(one, two), 'InvalidParameterValue.Malformed');
    assert.equal(await create({ SecondaryPrivateIpAddressCount: 30 }), 'LimitExceeded');
    await remove(await newInterface({ SecondaryPrivateIpAddressCount: 29 }));
    assert.equal(await create({ IsRdma: true }), 'UnsupportedOperation');
    assert.equal(await create({ TrunkingFlag: 'Enable' }), 'UnsupportedOperation');
    const many = Array.from({ length: 11 }, (_, at) => address(`10.0.1.${50 + at}`));
    assert.equal(await given(...many), 'InvalidParameterValue.LimitExceeded');
    await remove(await newInterface({ PrivateIpAddresses: many.slice(1) }));
  });

  test('once for each client token', async () => {
    const ClientToken = 'only-once';
    const id = await newInterface({ ClientToken });
    assert.equal(await newInterface({ ClientToken }), id);
    const mismatch = plain({ ClientToken, NetworkInterfaceName: 'other' });
    assert.equal(
      await refusal('CreateNetworkInterface', mismatch),
      'UnsupportedOperation.IdempotentParameterMismatch',
    );
    await remove(id);
  });
});

function address(PrivateIpAddress: string, Primary = false) {
  return { PrivateIpAddress, Primary };
}

describe('interfaces are attached', () => {
  test('taken away again, and deleted only then', async () => {
    const id = await newInterface();
    const [InstanceId = ''] = instances;
    const attaching = await ok('AttachNetworkInterface', { NetworkInterfaceId: id, InstanceId });
    const result = async ({ RequestId: TaskId }: Item) =>
      (await ok('DescribeVpcTaskResult', { TaskId }))['Status'];
    assert.equal(await result(attaching), 'RUNNING');
    const between = await show(id);
    assert.equal(between['State'], 'ATTACHING');
    assert.equal(between['Attachment'], null);
    assert.equal(
      await refusal('DetachNetworkInterface', { NetworkInterfaceId: id, InstanceId }),
      'UnsupportedOperation.InvalidState',
    );
    await cloud.passTime(SETTLED_MS);
    assert.equal(await result(attaching), 'SUCCESS');
    const attached = await show(id);
    assert.equal(attached['State'], 'AVAILABLE');
    assert.equal(attached['NetworkInterfaceState'], 'INUSE');
    const { AttachTime, ...attachment } = attached['Attachment'] as Item;
    assert.match(String(AttachTime), /^2026-01-02 03:0\d:\d\d$/);
    assert.deepEqual(
      { ...attachment, InstanceAccountId: '' },
      { DeviceIndex: 1, InstanceAccountId: '', InstanceId },
    );
    assert.equal(
      await refusal('DeleteNetworkInterface', { NetworkInterfaceId: id }),
      'ResourceInUse',
    );
    const again = { NetworkInterfaceId: id, InstanceId };
    assert.equal(
      await refusal('AttachNetworkInterface', again),
      'UnsupportedOperation.AttachmentAlreadyExists',
    );
    const elsewhere = { NetworkInterfaceId: id, InstanceId: instances[1] };
    assert.equal(
      await refusal('DetachNetworkInterface', elsewhere),
      'UnsupportedOperation.InvalidState',
    );
    await ok('DetachNetworkInterface', again);
    assert.equal((await show(id))['State'], 'DETACHING');
    await cloud.passTime(SETTLED_MS);
    assert.equal((await show(id))['Attachment'], null);
    assert.equal(
      await result(await ok('DeleteNetworkInterface', { NetworkInterfaceId: id })),
      'SUCCESS',
    );
  });

  test('where zone, network, state and type of the instance allow it', async () => {
    const id = await newInterface({ SubnetId: far });
    const [InstanceId = '', stopped = ''] = instances;
    const to = (NetworkInterfaceId: string, instance: string) =>
      refusal('AttachNetworkInterface', { NetworkInterfaceId, InstanceId: instance });
    assert.equal(await to(id, InstanceId), 'UnsupportedOperation.ZoneMismatch');
    await remove(id);
    const [outside = ''] = await cloud.launch();
    const near = await newInterface();
    assert.equal(await to(near, outside), 'UnsupportedOperation.InvalidState');
    await cloud.passTime(SETTLED_MS);
    assert.equal(await to(near, outside), 'UnsupportedOperation.VpcMismatch');
    assert.equal(await to(near, 'ins-00000000'), 'ResourceNotFound');
    assert.equal(await to('eni-00000000', InstanceId), 'ResourceNotFound');
    assert.equal(await to('eni', InstanceId), 'InvalidParameterValue.Malformed');
    assert.equal(await to(primaryOf(), stopped), 'UnsupportedOperation');
    await cloud.ok('StopInstances', { InstanceIds: [stopped] });
    await cloud.passTime(SETTLED_MS);
    await attach(near, stopped);
    const { EniQuantity, EniPrivateIpAddressQuantity: most } = await ok(
      'DescribeNetworkInterfaceLimit',
      { InstanceId: near },
    );
    const room = Number(EniQuantity) - 2;
    const more: string[] = [];
    for (let at = 0; at < room; at += 1) {
      more.push(await newInterface());
      await attach(more.at(-1) ?? '', stopped);
    }
    const last = await newInterface();
    assert.equal(await to(last, stopped), 'LimitExceeded');
    const large = await newInterface({ SecondaryPrivateIpAddressCount: Number(most) });
    assert.equal(await to(large, InstanceId), 'LimitExceeded');
    for (const each of [near, ...more]) await detach(each, stopped);
    for (const each of [near, ...more, last, large]) await remove(each);
    await cloud.ok('StartInstances', { InstanceIds: [stopped] });
    await cloud.passTime(SETTLED_MS);
  });

  test('as they are created, and they stay when their instance goes', async () => {
    const [InstanceId = ''] = await cloud.launchRunning({
      VirtualPrivateCloud: { VpcId: vpc, SubnetId: subnet },
    });
    const made = await ok('CreateAndAttachNetworkInterface', plain({ InstanceId }));
    const id = (made['NetworkInterface'] as Item)['NetworkInterfaceId'] as string;
    assert.equal((made['NetworkInterface'] as Item)['State'], 'ATTACHING');
    const wrong = plain({ InstanceId, AttachType: 1 });
    assert.equal(await refusal('CreateAndAttachNetworkInterface', wrong), 'UnsupportedOperation');
    await cloud.passTime(SETTLED_MS);
    await cloud.ok('TerminateInstances', { InstanceIds: [InstanceId] });
    await cloud.passTime(60_000);
    assert.equal((await show(id))['Attachment'], null);
    assert.equal(
      await refusal('DescribeNetworkInterfaces', { NetworkInterfaceIds: [primaryOf(InstanceId)] }),
      'ResourceNotFound',
    );
    await remove(id);
  });

  test('and move from one instance to another', async () => {
    const [SourceInstanceId = '', DestinationInstanceId = ''] = instances;
    const id = await newInterface();
    const move = { NetworkInterfaceId: id, SourceInstanceId, DestinationInstanceId };
    assert.equal(
      await refusal('MigrateNetworkInterface', move),
      'UnsupportedOperation.AttachmentNotFound',
    );
    await attach(id);
    const same = { ...move, DestinationInstanceId: SourceInstanceId };
    assert.equal(await refusal('MigrateNetworkInterface', same), 'UnsupportedOperation');
    await ok('MigrateNetworkInterface', move);
    await cloud.passTime(SETTLED_MS);
    const { InstanceId } = (await show(id))['Attachment'] as Item;
    assert.equal(InstanceId, DestinationInstanceId);
    await detach(id, DestinationInstanceId);
    await remove(id);
  });

  test('the primary one does what its instance does', async () => {
    const NetworkInterfaceId = primaryOf();
    const [InstanceId = ''] = instances;
    const one = { NetworkInterfaceId, InstanceId };
    assert.equal(await refusal('DetachNetworkInterface', one), 'UnsupportedOperation');
    assert.equal(
      await refusal('DeleteNetworkInterface', { NetworkInterfaceId }),
      'UnsupportedOperation',
    );
    const groups = { NetworkInterfaceIds: [NetworkInterfaceId], SecurityGroupIds: [other] };
    for (const action of ['Associate', 'Disassociate']) {
      const name = `${action}NetworkInterfaceSecurityGroups`;
      assert.equal(await refusal(name, groups), 'UnsupportedOperation');
    }
  });
});

describe('addresses of interfaces', () => {
  test('come and go, never the first one', async () => {
    const id = await newInterface();
    const [first = ''] = await addressesOf(id);
    const assign = (body: object) =>
      ok('AssignPrivateIpAddresses', { NetworkInterfaceId: id, ...body });
    const { PrivateIpAddressSet: named } = await assign({
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.120', Description: 'web' }],
    });
    assert.equal((named as readonly Item[])[0]?.['Description'], 'web');
    const { PrivateIpAddressSet: free } = await assign({ SecondaryPrivateIpAddressCount: 2 });
    const added = (free as readonly Item[]).map((one) => String(one['PrivateIpAddress']));
    assert.deepEqual(await addressesOf(id), [first, '10.0.1.120', ...added]);
    const refused = (action: string, ...given: readonly object[]) =>
      refusal(action, { NetworkInterfaceId: id, PrivateIpAddresses: given });
    const assigning = 'AssignPrivateIpAddresses';
    assert.equal(await refused(assigning), 'MissingParameter');
    assert.equal(await refused(assigning, address('10.0.1.130', true)), 'UnsupportedOperation');
    assert.equal(await refused(assigning, address('10.0.1.120')), 'ResourceInUse');
    assert.equal(await refused(assigning, address('10.0.1.0')), 'InvalidParameterValue.Reserved');
    assert.equal(await refused(assigning, address('10.0.9.9')), 'InvalidParameterValue.Range');
    const twice = [address('10.0.1.131'), address('10.0.1.131')];
    assert.equal(await refused(assigning, ...twice), 'InvalidParameterValue.DuplicatePara');
    assert.equal(
      await refusal(assigning, { NetworkInterfaceId: id, SecondaryPrivateIpAddressCount: 27 }),
      'LimitExceeded',
    );
    await assign({ SecondaryPrivateIpAddressCount: 26 });
    const unassigning = 'UnassignPrivateIpAddresses';
    assert.equal(await refused(unassigning, address(first)), 'UnsupportedOperation');
    assert.equal(await refused(unassigning, address('10.0.1.254')), 'ResourceNotFound');
    const PrivateIpAddresses = [address('10.0.1.120'), ...added.map((one) => address(one))];
    await ok(unassigning, { NetworkInterfaceId: id, PrivateIpAddresses });
    assert.equal((await addressesOf(id)).includes('10.0.1.120'), false);
    await remove(id);
  });

  test('are described, and go to another interface of the subnet', async () => {
    const [from, to] = [
      await newInterface({ SecondaryPrivateIpAddressCount: 1 }),
      await newInterface(),
    ];
    const [first = '', second = ''] = await addressesOf(from);
    const describe = (text: string, Description: string) => ({
      NetworkInterfaceId: from,
      PrivateIpAddresses: [{ PrivateIpAddress: text, Description }],
    });
    const modify = 'ModifyPrivateIpAddressesAttribute';
    await ok(modify, describe(first, 'one'));
    await ok(modify, describe(second, 'two'));
    assert.equal(await refusal(modify, describe('10.0.1.254', 'x')), 'ResourceNotFound');
    const long = describe(second, 'd'.repeat(61));
    assert.equal(await refusal(modify, long), 'InvalidParameterValue.TooLong');
    const notes = ((await show(from))['PrivateIpAddressSet'] as readonly Item[]).map(
      (one) => one['Description'],
    );
    assert.deepEqual(notes, ['one', 'two']);
    const move = (more: object) => ({
      SourceNetworkInterfaceId: from,
      DestinationNetworkInterfaceId: to,
      PrivateIpAddress: second,
      ...more,
    });
    const migrate = 'MigratePrivateIpAddress';
    const primary = await refusal(migrate, move({ PrivateIpAddress: first }));
    assert.equal(primary, 'UnauthorizedOperation.PrimaryIp');
    const missing = await refusal(migrate, move({ PrivateIpAddress: '10.0.1.254' }));
    assert.equal(missing, 'ResourceNotFound');
    const other = await newInterface({ SubnetId: far });
    const there = move({ DestinationNetworkInterfaceId: other });
    assert.equal(await refusal(migrate, there), 'UnsupportedOperation');
    await ok(migrate, move({}));
    assert.deepEqual(await addressesOf(from), [first]);
    assert.equal((await addressesOf(to)).at(-1), second);
    for (const each of [from, to, other]) await remove(each);
  });

  test('go with the interface from its instance, where that is named', async () => {
    const id = await newInterface({ SecondaryPrivateIpAddressCount: 1 });
    const [, second = ''] = await addressesOf(id);
    await attach(id);
    const [InstanceId = ''] = instances;
    const body = { NetworkInterfaceId: id, PrivateIpAddresses: [address(second)], InstanceId };
    const elsewhere = { ...body, InstanceId: instances[1] };
    assert.equal(
      await refusal('UnassignPrivateIpAddresses', elsewhere),
      'UnsupportedOperation.AttachmentNotFound',
    );
    await ok('UnassignPrivateIpAddresses', body);
    await cloud.passTime(SETTLED_MS);
    assert.equal((await show(id))['Attachment'], null);
    assert.equal((await addressesOf(id)).length, 1);
    await remove(id);
  });

  test('an instance’s type limits how many there are', async () => {
    const [InstanceId = ''] = instances;
    const limits = await ok('DescribeNetworkInterfaceLimit', { InstanceId });
    const most = Number(limits['EniPrivateIpAddressQuantity']);
    const NetworkInterfaceId = primaryOf();
    const assign = (count: number) => ({
      NetworkInterfaceId,
      SecondaryPrivateIpAddressCount: count,
    });
    assert.equal(await refusal('AssignPrivateIpAddresses', assign(most)), 'LimitExceeded');
    await ok('AssignPrivateIpAddresses', assign(most - 1));
    const [, ...others] = await addressesOf(NetworkInterfaceId);
    const PrivateIpAddresses = others.slice(0, 10).map((one) => address(one));
    await ok('UnassignPrivateIpAddresses', { NetworkInterfaceId, PrivateIpAddresses });
    assert.deepEqual(
      { ...limits, RequestId: '' },
      {
        EniQuantity: limits['EniQuantity'],
        EniPrivateIpAddressQuantity: most,
        ExtendEniQuantity: 0,
        ExtendEniPrivateIpAddressQuantity: 0,
        SubEniQuantity: 0,
        SubEniPrivateIpAddressQuantity: 0,
        RequestId: '',
      },
    );
    const limit = (id: string) => refusal('DescribeNetworkInterfaceLimit', { InstanceId: id });
    assert.equal(await limit('ins-00000000'), 'InvalidInstanceId.NotFound');
    assert.equal(await limit('eni-00000000'), 'ResourceNotFound');
    assert.equal(await limit('eni'), 'InvalidParameterValue.Malformed');
  });
});

describe('attributes and groups of interfaces', () => {
  test('are changed', async () => {
    const id = await newInterface({ SecurityGroupIds: [group] });
    const modify = (body: object) => ({ NetworkInterfaceId: id, ...body });
    const action = 'ModifyNetworkInterfaceAttribute';
    await ok(action, modify({ NetworkInterfaceName: 'new', NetworkInterfaceDescription: 'd' }));
    const shown = await show(id);
    assert.equal(shown['NetworkInterfaceName'], 'new');
    assert.equal(shown['NetworkInterfaceDescription'], 'd');
    assert.deepEqual(shown['GroupSet'], [group]);
    await ok(action, modify({ SecurityGroupIds: [other, group], NetworkInterfaceDescription: '' }));
    assert.deepEqual((await show(id))['GroupSet'], [other, group]);
    assert.equal((await show(id))['NetworkInterfaceDescription'], '');
    assert.equal(
      await refusal(action, modify({ NetworkInterfaceName: 'n'.repeat(61) })),
      'InvalidParameterValue.TooLong',
    );
    const unknown = modify({ SecurityGroupIds: ['sg-00000000'] });
    assert.equal(await refusal(action, unknown), 'ResourceNotFound');
    assert.equal(await refusal(action, modify({ TrunkingFlag: 'Enable' })), 'UnsupportedOperation');
    await ok(action, modify({ TrunkingFlag: 'Disable' }));
    await remove(id);
  });

  test('are joined and left, down to none', async () => {
    const ids = [await newInterface(), await newInterface({ SecurityGroupIds: [group] })];
    const both = { NetworkInterfaceIds: ids, SecurityGroupIds: [group, other] };
    await ok('AssociateNetworkInterfaceSecurityGroups', both);
    for (const id of ids) assert.deepEqual((await show(id))['GroupSet'], [group, other]);
    const counted = await ok('DescribeSecurityGroupAssociationStatistics', {
      SecurityGroupIds: [other],
    });
    const [statistics] = counted['SecurityGroupAssociationStatisticsSet'] as readonly Item[];
    assert.deepEqual([statistics?.['ENI'], statistics?.['TotalCount']], [2, 2]);
    assert.equal(await refusal('DeleteSecurityGroup', { SecurityGroupId: other }), 'ResourceInUse');
    await ok('DisassociateNetworkInterfaceSecurityGroups', both);
    for (const id of ids) assert.deepEqual((await show(id))['GroupSet'], []);
    assert.equal(
      await refusal('DisassociateNetworkInterfaceSecurityGroups', both),
      'UnsupportedOperation',
    );
    const more = await Promise.all(['c', 'd', 'e', 'f'].map(newGroup));
    const six = { ...both, SecurityGroupIds: [group, other, ...more] };
    assert.equal(await refusal('AssociateNetworkInterfaceSecurityGroups', six), 'LimitExceeded');
    const five = { ...both, SecurityGroupIds: six.SecurityGroupIds.slice(1) };
    await ok('AssociateNetworkInterfaceSecurityGroups', five);
    const unknown = { ...both, NetworkInterfaceIds: ['eni-00000000'] };
    for (const name of ['Associate', 'Disassociate']) {
      const action = `${name}NetworkInterfaceSecurityGroups`;
      assert.equal(await refusal(action, unknown), 'ResourceNotFound');
      const many = { ...both, NetworkInterfaceIds: Array.from({ length: 101 }, () => ids[0]) };
      assert.equal(await refusal(action, many), 'InvalidParameterValue.LimitExceeded');
    }
    for (const id of ids) await remove(id);
  });
});
