import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

const service = { service: 'vpc' } as const;

let cloud: TestCloud;
let table: string;
let address: string;
before(async () => {
  cloud = await startTestCloud({ configuration: { routesPerTableMax: 3 } });
  const made = await ok('CreateVpc', { VpcName: 'one', CidrBlock: '10.0.0.0/16' });
  const vpc = (made['Vpc'] as { readonly VpcId: string }).VpcId;
  const asked = { VpcId: vpc, SubnetName: 'a', CidrBlock: '10.0.1.0/24', Zone: 'ap-guangzhou-3' };
  const { Subnet } = await ok('CreateSubnet', asked);
  const { SubnetId } = Subnet as { readonly SubnetId: string };
  const [instance = ''] = await cloud.launchRunning({
    VirtualPrivateCloud: { VpcId: vpc, SubnetId },
  });
  const [shown] = await cloud.show([instance]);
  const { PrivateIpAddresses } = shown as unknown as { PrivateIpAddresses: readonly string[] };
  [address = ''] = PrivateIpAddresses;
  const { RouteTable } = await ok('CreateRouteTable', { VpcId: vpc, RouteTableName: 'mine' });
  table = String((RouteTable as Item)['RouteTableId']);
});
after(() => cloud.stop());

type Item = Readonly<Record<string, unknown>>;

const ok = (action: string, body: object = {}) => cloud.ok(action, body, service);
const refusal = (action: string, body: object = {}) =>
  cloud.refusal(action, { RouteTableId: table, ...body }, service);

const to = (DestinationCidrBlock: string, more: object = {}) => ({
  DestinationCidrBlock,
  GatewayType: 'NORMAL_CVM',
  GatewayId: address,
  ...more,
});

/** The routes that users made, as DescribeRouteTables shows them. */
async function shownRoutes(): Promise<readonly Item[]> {
  const { RouteTableSet } = await ok('DescribeRouteTables', { RouteTableIds: [table] });
  const [one] = RouteTableSet as ReadonlyArray<{ readonly RouteSet: readonly Item[] }>;
  return one?.RouteSet.filter(({ GatewayType }) => GatewayType !== 'LOCAL') ?? [];
}

const codesOfDestination = [
  ['10.0.0.0/16', 'InvalidParameterValue.VpcCidrConflict'],
  ['10.0.7.0/24', 'InvalidParameterValue.VpcCidrConflict'],
  ['1.2.3.4/24', 'InvalidParameterValue.Malformed'],
  ['1.2.3.4', 'InvalidParameterValue.Malformed'],
  ['x', 'InvalidParameterValue.Malformed'],
] as const;

describe('routes', () => {
  test('are created as the page shows them, all or none', async () => {
    const Routes = [
      to('192.168.0.0/24', { RouteDescription: 'one' }),
      to('0.0.0.0/0', { Enabled: false }),
    ];
    const made = await ok('CreateRoutes', { RouteTableId: table, Routes });
    assert.equal(made['TotalCount'], 2);
    const [route, other] = await shownRoutes();
    assert.equal(other?.['Enabled'], false);
    assert.match(String(route?.['RouteItemId']), /^rti-[a-z0-9]{8}$/);
    assert.equal(typeof route?.['RouteId'], 'number');
    assert.notEqual(route?.['RouteId'], other?.['RouteId']);
    assert.deepEqual(route, {
      DestinationCidrBlock: '192.168.0.0/24',
      GatewayType: 'NORMAL_CVM',
      GatewayId: address,
      RouteId: route?.['RouteId'],
      RouteDescription: 'one',
      Enabled: true,
      RouteType: 'USER',
      RouteTableId: table,
      DestinationIpv6CidrBlock: '',
      RouteItemId: route?.['RouteItemId'],
      PublishedToVbc: false,
      CreatedTime: '2026-01-02 03:04:06',
      CdcId: '',
    });
    const [answered] = made['RouteTableSet'] as readonly Item[];
    const { RouteSet } = answered as unknown as { readonly RouteSet: readonly Item[] };
    assert.deepEqual(RouteSet, [route, other], 'those made, and not the local one');
  });

  test('creation is refused in the codes of its page, and ends with the quota', async () => {
    const refused = (...Routes: readonly object[]) => refusal('CreateRoutes', { Routes });
    for (const [destination, code] of codesOfDestination) {
      assert.equal(await refused(to(destination)), code, destination);
    }
    const v6 = to('1.0.0.0/8', { DestinationIpv6CidrBlock: '2402::/64' });
    assert.equal(await refused(v6), 'InvalidParameterValue.Malformed');
    const taken = await refused(to('192.168.0.0/24'));
    assert.equal(taken, 'InvalidParameterValue.Duplicate');
    const twice = await refused(to('1.0.0.0/8'), to('1.0.0.0/8'));
    assert.equal(twice, 'InvalidParameterValue.Duplicate');
    const invalid = 'InvalidParameterValue.RouteNextHopInvalid';
    assert.equal(await refused(to('1.0.0.0/8', { GatewayId: '10.0.1.250' })), invalid);
    assert.equal(await refused(to('1.0.0.0/8', { GatewayId: 'ins-x' })), invalid);
    assert.equal(await refused(to('1.0.0.0/8', { GatewayType: 'NAT' })), invalid);
    assert.equal(await refused(to('1.0.0.0/8', { GatewayType: 'VPN' })), invalid);
    assert.equal(await refused(to('1.0.0.0/8'), to('2.0.0.0/8')), 'LimitExceeded');
    assert.equal((await shownRoutes()).length, 2, 'none of them is there');
    const Routes = [to('1.0.0.0/8')];
    const unknown = await refusal('CreateRoutes', { RouteTableId: 'rtb-00000000', Routes });
    assert.equal(unknown, 'ResourceNotFound');
  });

  test('are disabled and enabled, by either id', async () => {
    const [one, two] = await shownRoutes();
    const enabled = async () => (await shownRoutes()).map(({ Enabled }) => Enabled);
    await ok('DisableRoutes', { RouteTableId: table, RouteIds: [one?.['RouteId']] });
    assert.deepEqual(await enabled(), [false, false]);
    await ok('EnableRoutes', { RouteTableId: table, RouteItemIds: [two?.['RouteItemId']] });
    assert.deepEqual(await enabled(), [false, true]);
    await ok('DisableRoutes', { RouteTableId: table, RouteItemIds: [two?.['RouteItemId']] });
    assert.deepEqual(await enabled(), [false, false]);
    const both = [one?.['RouteId'], two?.['RouteId']];
    await ok('EnableRoutes', { RouteTableId: table, RouteIds: both });
    assert.deepEqual(await enabled(), [true, true]);

    for (const action of ['EnableRoutes', 'DisableRoutes']) {
      const refused = (body: object) => refusal(action, body);
      const ids = { RouteIds: [one?.['RouteId']], RouteItemIds: [one?.['RouteItemId']] };
      assert.equal(await refused(ids), 'InvalidParameter.Coexist');
      assert.equal(await refused({}), 'MissingParameter');
      assert.equal(await refused({ RouteIds: [999_999] }), 'ResourceNotFound');
      assert.equal(await refused({ RouteIds: [0] }), 'UnsupportedOperation.SystemRoute');
      assert.equal(await refused({ RouteItemIds: ['x'] }), 'InvalidParameterValue.Malformed');
      const many = Array.from({ length: 101 }, (_, index) => index + 1);
      assert.equal(await refused({ RouteIds: many }), 'InvalidParameterValue.LimitExceeded');
    }
  });

  test('are led elsewhere, and keep their ids', async () => {
    const [one, two] = await shownRoutes();
    const Routes = [
      to('0.0.0.0/0', { RouteId: one?.['RouteId'], RouteDescription: 'all' }),
      to('192.168.0.0/24', { RouteItemId: two?.['RouteItemId'], Enabled: false }),
    ];
    const { OldRouteSet, NewRouteSet } = await ok('ReplaceRoutes', { RouteTableId: table, Routes });
    assert.deepEqual(OldRouteSet, [one, two]);
    const changed = [
      { ...one, DestinationCidrBlock: '0.0.0.0/0', RouteDescription: 'all' },
      { ...two, DestinationCidrBlock: '192.168.0.0/24', Enabled: false },
    ];
    assert.deepEqual(NewRouteSet, changed);
    assert.deepEqual(await shownRoutes(), changed);

    const refused = (route: object) => refusal('ReplaceRoutes', { Routes: [route] });
    const id = { RouteId: one?.['RouteId'] };
    for (const [destination, code] of codesOfDestination) {
      assert.equal(await refused(to(destination, id)), code, destination);
    }
    const taken = await refused(to('192.168.0.0/24', id));
    assert.equal(taken, 'InvalidParameterValue.Duplicate');
    assert.equal(await refused(to('1.0.0.0/8')), 'MissingParameter');
    assert.equal(await refused(to('1.0.0.0/8', { RouteId: 999_999 })), 'ResourceNotFound');
    const system = await refused(to('1.0.0.0/8', { RouteId: 0 }));
    assert.equal(system, 'UnsupportedOperation.SystemRoute');
    const vpn = to('1.0.0.0/8', { ...id, GatewayType: 'VPN' });
    assert.equal(await refused(vpn), 'UnsupportedOperation');
  });

  test('are all replaced, with the name of their table', async () => {
    const before = await shownRoutes();
    const reset = (Routes: readonly object[], more: object = {}) => ({
      RouteTableId: table,
      RouteTableName: 'reset',
      Routes,
      ...more,
    });
    const refused = (...given: Parameters<typeof reset>) => refusal('ResetRoutes', reset(...given));
    for (const [destination, code] of codesOfDestination) {
      assert.equal(await refused([to(destination)]), code, destination);
    }
    const twice = await refused([to('1.0.0.0/8'), to('1.0.0.0/8')]);
    assert.equal(twice, 'InvalidParameterValue.Duplicate');
    const hopless = await refused([to('1.0.0.0/8', { GatewayId: '10.0.1.250' })]);
    assert.equal(hopless, 'InvalidParameterValue');
    const many = [1, 2, 3, 4].map((n) => to(`${n}.0.0.0/8`));
    assert.equal(await refused(many), 'LimitExceeded');
    const long = await refused([], { RouteTableName: 'n'.repeat(61) });
    assert.equal(long, 'InvalidParameterValue.TooLong');
    const unknown = await refused([], { RouteTableId: 'rtb-00000000' });
    assert.equal(unknown, 'ResourceNotFound');
    assert.deepEqual(await shownRoutes(), before, 'all or none');

    await ok('ResetRoutes', reset(many.slice(0, 3)));
    const blocks = (await shownRoutes()).map(({ DestinationCidrBlock: block }) => block);
    assert.deepEqual(blocks, ['1.0.0.0/8', '2.0.0.0/8', '3.0.0.0/8']);
    await ok('ResetRoutes', reset([], { RouteTableName: 'n'.repeat(60) }));
    assert.deepEqual(await shownRoutes(), []);
    const { RouteTableSet } = await ok('DescribeRouteTables', { RouteTableIds: [table] });
    assert.equal((RouteTableSet as readonly Item[])[0]?.['RouteTableName'], 'n'.repeat(60));
    await ok('ResetRoutes', reset([to('1.0.0.0/8'), to('2.0.0.0/8')]));
  });

  test('are deleted by either id, and answered once more', async () => {
    const [one, two] = await shownRoutes();
    const refused = (route: object) => refusal('DeleteRoutes', { Routes: [route] });
    assert.equal(await refused({ RouteId: 0 }), 'UnsupportedOperation.SystemRoute');
    assert.equal(await refused({ RouteId: 999_999 }), 'ResourceNotFound');
    assert.equal(await refused({ RouteItemId: 'x' }), 'InvalidParameterValue.Malformed');
    const local = await refused({ DestinationCidrBlock: '10.0.0.0/16' });
    assert.equal(local, 'UnsupportedOperation.SystemRoute');
    const gone = [{ RouteId: one?.['RouteId'] }, { RouteItemId: two?.['RouteItemId'] }];
    const { RouteSet } = await ok('DeleteRoutes', { RouteTableId: table, Routes: gone });
    assert.deepEqual(RouteSet, [one, two]);
    assert.deepEqual(await shownRoutes(), []);
  });

  test('have no conflicts with routes that came from a cloud of networks', async () => {
    const asked = { RouteTableId: table, DestinationCidrBlocks: ['1.0.0.0/8'] };
    const { RouteConflictSet } = await ok('DescribeRouteConflicts', asked);
    assert.deepEqual(RouteConflictSet, []);
    const refused = (body: object) => refusal('DescribeRouteConflicts', { ...asked, ...body });
    const malformed = 'InvalidParameterValue.Malformed';
    assert.equal(await refused({ DestinationCidrBlocks: ['1.2.3.4/24'] }), malformed);
    assert.equal(await refused({ RouteTableId: 'x' }), malformed);
    assert.equal(await refused({ RouteTableId: 'rtb-00000000' }), 'ResourceNotFound');
  });
});
