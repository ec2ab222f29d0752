import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, VPC_VERSION, type TestCloud } from '../../cloud.test-support.ts';

const version = { version: VPC_VERSION } as const;

let cloud: TestCloud;
let vpc: string;
let vSwitch: string;
let table: string;
let instance: string;
before(async () => {
  cloud = await startTestCloud({ configuration: { routesPerTableMax: 3 } });
  const network = await cloud.network('10.0.0.0/16');
  ({ vpc, vSwitch } = network);
  const launch = { VSwitchId: vSwitch, SecurityGroupId: network.group };
  [instance = ''] = await cloud.launchRunning(launch);
  table = String((await ok('CreateRouteTable', { VpcId: vpc }))['RouteTableId']);
});
after(() => cloud.stop());

const DRY = '400 DryRunOperation';

type Item = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | number | boolean>>;

const ok = (action: string, given: Given = {}) => cloud.ok(action, given, version);
const refusal = (action: string, given: Given = {}) => cloud.refusal(action, given, version);

const create = (destination: string, more: Given = {}) => ({
  RouteTableId: table,
  DestinationCidrBlock: destination,
  NextHopId: instance,
  ...more,
});

async function entries(given: Given = {}): Promise<readonly Item[]> {
  const { RouteEntrys } = await ok('DescribeRouteEntryList', { RouteTableId: table, ...given });
  return (RouteEntrys as { readonly RouteEntry: readonly Item[] }).RouteEntry;
}

const destinations = async (given: Given = {}) =>
  (await entries(given)).map(({ DestinationCidrBlock }) => DestinationCidrBlock);

describe('route entries', () => {
  test('of the system follow from the VPC', async () => {
    const system = ['10.0.1.0/24', '100.64.0.0/10'];
    assert.deepEqual(await destinations({ RouteEntryType: 'System' }), system);
    assert.deepEqual(await destinations({ RouteEntryType: 'Custom' }), []);
    assert.deepEqual(await destinations({ NextHopType: 'local' }), ['10.0.1.0/24']);
    assert.deepEqual(await destinations({ IpVersion: 'ipv6' }), []);
    assert.deepEqual(await destinations({ ServiceType: 'TR' }), []);
    const denied = await refusal('DeleteRouteEntry', create('10.0.1.0/24'));
    assert.equal(denied, '400 OperationDenied');
  });

  test('are created as the page shows them', async () => {
    const asked = create('192.168.0.0/24', { RouteEntryName: 'one', Description: 'd' });
    const { RouteEntryId } = await ok('CreateRouteEntry', { ...asked, NextHopType: 'Instance' });
    assert.match(String(RouteEntryId), /^rte-/);
    const [entry] = await entries({ DestinationCidrBlock: '192.168.0.0/24' });
    const hop = {
      Enabled: 1,
      NextHopId: instance,
      NextHopRegionId: '',
      NextHopRelatedInfo: { InstanceId: '', InstanceType: '', RegionId: '' },
      NextHopType: 'Instance',
      Weight: 0,
    };
    assert.deepEqual(entry, {
      Description: 'd',
      DestinationCidrBlock: '192.168.0.0/24',
      GmtModified: '2026-01-02T03:04Z',
      IpVersion: 'ipv4',
      NextHops: { NextHop: [hop] },
      Origin: '',
      RouteEntryId,
      RouteEntryName: 'one',
      RouteTableId: table,
      ServiceType: '',
      Status: 'Available',
      Type: 'Custom',
    });
    const { RouteTables } = await ok('DescribeRouteTables', {
      RouteTableId: table,
      Type: 'Custom',
    });
    const [{ RouteEntrys } = {}] = (
      RouteTables as { readonly RouteTable: ReadonlyArray<{ readonly RouteEntrys?: unknown }> }
    ).RouteTable;
    const shown = {
      Description: 'd',
      DestinationCidrBlock: '192.168.0.0/24',
      InstanceId: instance,
      NextHopType: 'Instance',
      NextHops: { NextHop: [] },
      RouteEntryId,
      RouteEntryName: 'one',
      RouteTableId: table,
      Status: 'Available',
      Type: 'Custom',
    };
    assert.deepEqual(RouteEntrys, { RouteEntry: [shown] });
    const seen = await cloud.call('DescribeRouteTables', { Type: 'Custom' }, version);
    assert.equal(seen.Code, 'MissingParameter');
  });

  test('are found by each parameter of the page, a page at a time', async () => {
    const [{ RouteEntryId } = {}] = await entries({ RouteEntryType: 'Custom' });
    const one = ['192.168.0.0/24'];
    assert.deepEqual(await destinations({ RouteEntryId: String(RouteEntryId) }), one);
    assert.deepEqual(await destinations({ RouteEntryName: 'one' }), one);
    assert.deepEqual(await destinations({ NextHopId: instance }), one);
    assert.deepEqual(await destinations({ NextHopType: 'Instance' }), one);
    assert.deepEqual(await destinations({ 'DestCidrBlockList.1': one[0] ?? '' }), one);
    assert.deepEqual(await destinations({ RouteEntryName: 'nobody' }), []);
    const first = await ok('DescribeRouteEntryList', { RouteTableId: table, MaxResult: 2 });
    assert.equal(first['TotalCount'], 3);
    const NextToken = String(first['NextToken']);
    assert.deepEqual(await destinations({ MaxResult: 2, NextToken }), one);
    const unknown = await refusal('DescribeRouteEntryList', { RouteTableId: 'vtb-nobody' });
    assert.equal(unknown, '404 InvalidRouteTable.NotFound');
    const many = await refusal('DescribeRouteEntryList', { RouteTableId: table, MaxResult: 101 });
    assert.equal(many, '400 InvalidParameter');
  });

  test('creation is refused in the codes of its page, and ends with the quota', async () => {
    const refused = (destination: string, more: Given = {}) =>
      refusal('CreateRouteEntry', create(destination, more));
    assert.equal(await refused('192.168.0.0/24'), '400 InvalidCIDRBlock.Duplicate');
    assert.equal(await refused('x'), '400 InvalidCidrBlock.Malformed');
    assert.equal(await refused('1.2.3.4/24'), '400 InvalidCidrBlock.Malformed');
    assert.equal(await refused('10.0.1.0/24'), '400 InvalidCidrBlock');
    assert.equal(await refused('10.0.1.128/25'), '400 InvalidCidrBlock');
    assert.equal(await refused('100.64.0.0/10'), '400 InvalidCidrBlock');
    assert.equal(await refused('100.64.1.0/24'), '400 InvalidCidrBlock');
    const nobody = await refused('1.0.0.0/8', { NextHopId: 'i-nobody' });
    assert.equal(nobody, '400 InvalidParameter');
    for (const NextHopType of ['NatGateway', 'HaVip', 'Router']) {
      assert.equal(await refused('1.0.0.0/8', { NextHopType }), '400 InvalidParameter');
    }
    const several = { 'NextHopList.1.NextHopId': instance };
    assert.equal(await refused('1.0.0.0/8', several), '400 InvalidParameter');
    assert.equal(
      await refused('1.0.0.0/8', { RouteEntryName: 'http://a' }),
      '400 InvalidParameter',
    );
    const unknown = await refused('1.0.0.0/8', { RouteTableId: 'vtb-nobody' });
    assert.equal(unknown, '404 InvalidRouteTable.NotFound');
    const hopless = { RouteTableId: table, DestinationCidrBlock: '1.0.0.0/8' };
    assert.equal(await refusal('CreateRouteEntry', hopless), '400 MissingParameter');

    await ok('CreateRouteEntry', create('10.0.0.0/16'));
    await ok('CreateRouteEntry', create('8.8.8.8'));
    assert.equal(await refused('1.0.0.0/8'), '400 QuotaExceeded');
    const all = ['192.168.0.0/24', '10.0.0.0/16', '8.8.8.8/32'];
    assert.deepEqual(await destinations({ RouteEntryType: 'Custom' }), all);
  });

  test('hold what they lead to, and the table that they are in', async () => {
    const asked = { InstanceId: instance, Force: true };
    const instanceHeld = await cloud.refusal('DeleteInstance', asked);
    assert.equal(instanceHeld, '400 DependencyViolation.RouteEntry');
    const several = { 'InstanceId.1': instance, Force: true };
    const instancesHeld = await cloud.refusal('DeleteInstances', several);
    assert.equal(instancesHeld, '400 DependencyViolation.RouteEntry');
    const tableHeld = await refusal('DeleteRouteTable', { RouteTableId: table });
    assert.equal(tableHeld, '400 DependencyViolation.RouteEntry');
  });

  test('lead to interfaces as well', async () => {
    const { NetworkInterfaces } = await cloud.showOne(instance);
    const [primary] = (
      NetworkInterfaces as {
        readonly NetworkInterface: ReadonlyArray<{ readonly NetworkInterfaceId: string }>;
      }
    ).NetworkInterface;
    const NextHopId = primary?.NetworkInterfaceId ?? '';
    const hop = { NewNextHopType: 'NetworkInterface', NewNextHopId: NextHopId };
    const named = { RouteTableId: table, DestinationCidrBlock: '192.168.0.0/24' };
    await ok('ModifyRouteEntry', { ...named, ...hop });
    assert.deepEqual(await destinations({ NextHopId }), ['192.168.0.0/24']);
    const [entry] = await entries({ NextHopType: 'NetworkInterface' });
    const { NextHops } = entry as unknown as {
      readonly NextHops: { readonly NextHop: readonly Item[] };
    };
    assert.deepEqual([NextHops.NextHop[0]?.['Enabled'], NextHops.NextHop.length], [1, 1]);
    const nobody = { ...named, ...hop, NewNextHopId: 'eni-x' };
    assert.equal(await refusal('ModifyRouteEntry', nobody), '400 InvalidParameter');
    const back = { NewNextHopType: 'Instance', NewNextHopId: instance };
    await ok('ModifyRouteEntry', { ...named, ...back });
  });

  test('are named, described and led elsewhere, and keep their ids', async () => {
    const [one] = await entries({ RouteEntryName: 'one' });
    const id = { RouteEntryId: String(one?.['RouteEntryId']) };
    await ok('ModifyRouteEntry', { ...id, RouteEntryName: 'two' });
    assert.deepEqual(await entries({ RouteEntryName: 'two' }), [{ ...one, RouteEntryName: 'two' }]);
    const named = { RouteTableId: table, DestinationCidrBlock: '192.168.0.0/24' };
    await ok('ModifyRouteEntry', { ...named, RouteEntryName: 'one', Description: 'e' });
    const hop = { NewNextHopType: 'Instance', NewNextHopId: instance };
    await ok('ModifyRouteEntry', { ...named, ...hop });
    const changed = { ...one, Description: 'e' };
    assert.deepEqual(await entries({ RouteEntryName: 'one' }), [changed]);
    await ok('ModifyRouteEntry', { ...named, Description: 'd' });

    const refused = (given: Given) => refusal('ModifyRouteEntry', given);
    assert.equal(await refused({ ...id, ...hop, DryRun: true }), '400 DryRunOperation');
    assert.equal(await refused({ RouteEntryName: 'x' }), '400 MissingParameter');
    const tableless = { DestinationCidrBlock: '192.168.0.0/24' };
    assert.equal(await refused(tableless), '400 MissingParameter');
    assert.equal(await refused({ ...id, NewNextHopId: instance }), '400 MissingParameter');
    assert.equal(await refused({ ...id, NewNextHopType: 'Instance' }), '400 MissingParameter');
    const nobody = { ...hop, NewNextHopId: 'i-nobody' };
    assert.equal(await refused({ ...id, ...nobody }), '400 InvalidParameter');
    const peer = { ...hop, NewNextHopType: 'VpcPeer' };
    assert.equal(await refused({ ...id, ...peer }), '400 InvalidParameter');
    assert.equal(await refused({ ...id, RouteEntryName: 'http://a' }), '400 InvalidParameter');
    assert.equal(await refused({ ...id, RouteEntryName: 'n'.repeat(129) }), '400 InvalidParameter');
    await ok('ModifyRouteEntry', { ...id, RouteEntryName: 'n'.repeat(128) });
    await ok('ModifyRouteEntry', { ...id, RouteEntryName: 'one' });
    const gone = await refused({ RouteEntryId: 'rte-nobody', RouteEntryName: 'x' });
    assert.equal(gone, '400 InvalidRouteEntry.NotFound');
    const other = { ...named, DestinationCidrBlock: '9.0.0.0/8', RouteEntryName: 'x' };
    assert.equal(await refused(other), '400 InvalidRouteEntry.NotFound');
    const system = { ...named, DestinationCidrBlock: '10.0.1.0/24', RouteEntryName: 'x' };
    assert.equal(await refused(system), '400 OperationDenied');
    const unknown = { ...named, RouteTableId: 'vtb-nobody' };
    assert.equal(await refused(unknown), '404 InvalidRouteTable.NotFound');
  });

  test('are deleted by destination and next hop, or by id', async () => {
    const refused = (given: Given) => refusal('DeleteRouteEntry', given);
    const [{ RouteEntryId } = {}] = await entries({ RouteEntryName: 'one' });
    const id = String(RouteEntryId);
    assert.equal(await refused(create('1.0.0.0/8')), '400 InvalidRouteEntry.NotFound');
    const nobody = await refused(create('8.8.8.8/32', { NextHopId: 'i-nobody' }));
    assert.equal(nobody, '400 InvalidRouteEntry.NotFound');
    assert.equal(await refused(create('x')), '400 InvalidCidrBlock.Malformed');
    assert.equal(await refused({ RouteEntryId: 'rte-nobody' }), '400 InvalidRouteEntry.NotFound');
    const both = { RouteEntryId: id, DestinationCidrBlock: '8.8.8.8' };
    assert.equal(await refused(both), '400 InvalidParameter');
    assert.equal(await refused({ DestinationCidrBlock: '8.8.8.8' }), '400 MissingParameter');
    await ok('DeleteRouteEntry', { RouteEntryId: id });
    await ok('DeleteRouteEntry', create('8.8.8.8'));
    await ok('DeleteRouteEntry', create('10.0.0.0/16'));
    assert.deepEqual(await destinations({ RouteEntryType: 'Custom' }), []);
  });
});

/** Entries of CreateRouteEntries and DeleteRouteEntries as parameters. */
function listed(...all: ReadonlyArray<Readonly<Record<string, string | number>>>): Given {
  const pairs = all.flatMap((entry, at) =>
    Object.entries(entry).map(([key, value]) => [`RouteEntries.${at + 1}.${key}`, value]),
  );
  return Object.fromEntries(pairs) as Given;
}

describe('route entries by the list', () => {
  const one = (DstCidrBlock: string, more: Readonly<Record<string, string | number>> = {}) => ({
    RouteTableId: table,
    DstCidrBlock,
    NextHop: instance,
    NextHopType: 'Instance',
    ...more,
  });

  test('are created each for itself, and the others are told of', async () => {
    const asked = listed(
      one('1.0.0.0/8', { Name: 'one', Description: 'd', IpVersion: 4 }),
      one('1.0.0.0/8'),
      one('10.0.1.0/24'),
      one('2.0.0.0/8', { NextHop: 'i-nobody' }),
      one('2402::/64', { IpVersion: 6 }),
      one('2.0.0.0/8', { RouteTableId: 'vtb-nobody' }),
      one('8.8.8.8'),
    );
    assert.equal(await refusal('CreateRouteEntries', { ...asked, DryRun: true }), DRY);
    assert.deepEqual(await destinations({ RouteEntryType: 'Custom' }), []);
    const made = await ok('CreateRouteEntries', asked);
    const shown = await entries({ RouteEntryType: 'Custom' });
    assert.deepEqual(
      made['RouteEntryIds'],
      shown.map(({ RouteEntryId }) => RouteEntryId),
    );
    assert.deepEqual(
      shown.map(({ RouteEntryName }) => RouteEntryName),
      ['one', ''],
    );
    assert.deepEqual([made['SuccessCount'], made['FailedCount']], [2, 5]);
    const failed = made['FailedRouteEntries'] as readonly Item[];
    assert.deepEqual(
      failed.map(({ FailedCode }) => FailedCode),
      [
        'InvalidCIDRBlock.Duplicate',
        'InvalidCidrBlock',
        'InvalidParameter',
        'InvalidCidrBlock.Malformed',
        'InvalidRouteTable.NotFound',
      ],
    );
    assert.deepEqual(failed[0], {
      DstCidrBlock: '1.0.0.0/8',
      FailedCode: 'InvalidCIDRBlock.Duplicate',
      FailedMessage: 'The route table has a route entry to 1.0.0.0/8 already.',
      NextHop: instance,
    });
  });

  test('are deleted each for itself, by id or by destination and next hop', async () => {
    const shown = await entries({ RouteEntryType: 'Custom' });
    const named = (more: Readonly<Record<string, string>>) => ({ RouteTableId: table, ...more });
    const first = named({ RouteEntryId: String(shown[0]?.['RouteEntryId']) });
    const asked = listed(
      first,
      first,
      named({ DstCidrBlock: '8.8.8.8/32', NextHop: 'i-nobody' }),
      named({ DstCidrBlock: '8.8.8.8/32' }),
      named({ DstCidrBlock: '100.64.0.0/10', NextHop: instance }),
      named({ DstCidrBlock: '8.8.8.8', NextHop: instance }),
    );
    const gone = await ok('DeleteRouteEntries', asked);
    assert.deepEqual([gone['SuccessCount'], gone['FailedCount']], [2, 4]);
    const failed = gone['FailedRouteEntries'] as readonly Item[];
    assert.deepEqual(
      failed.map(({ FailedCode }) => FailedCode),
      [
        'InvalidRouteEntry.NotFound',
        'InvalidRouteEntry.NotFound',
        'MissingParameter',
        'OperationDenied',
      ],
    );
    assert.deepEqual(await destinations({ RouteEntryType: 'Custom' }), []);
  });

  test('are at most fifty of a request', async () => {
    const many = (count: number) =>
      listed(...Array.from({ length: count }, (_, at) => one(`${at + 11}.0.0.0/8`)));
    for (const action of ['CreateRouteEntries', 'DeleteRouteEntries']) {
      assert.equal(await refusal(action, many(51)), '400 InvalidParameter');
      assert.equal(await refusal(action, {}), '400 MissingParameter');
    }
    const made = await ok('CreateRouteEntries', many(50));
    assert.deepEqual([made['SuccessCount'], made['FailedCount']], [3, 47]);
    const [full] = made['FailedRouteEntries'] as readonly Item[];
    assert.equal(full?.['FailedCode'], 'QuotaExceeded');
  });
});
