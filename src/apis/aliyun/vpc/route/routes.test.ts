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
