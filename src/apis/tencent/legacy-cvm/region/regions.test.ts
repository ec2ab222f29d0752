import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';
import { legacyClient, type LegacyClient } from '../../legacy/client.test-support.ts';

let cloud: TestCloud;
let legacy: LegacyClient;
before(async () => {
  cloud = await startTestCloud();
  legacy = legacyClient(cloud.server);
});
after(() => cloud.stop());

test('the zones of a region, or one of them, by number (seed 004 L51843-51944)', async () => {
  const all = await legacy.ok('DescribeAvailabilityZones');
  const zones = all['zoneSet'] as ReadonlyArray<Readonly<Record<string, unknown>>>;
  assert.equal(all['totalCount'], zones.length);
  assert.deepEqual(
    zones.slice(0, 4).map(({ zoneId }) => zoneId),
    [100001, 100002, 100003, 100004],
  );
  const one = await legacy.ok('DescribeAvailabilityZones', { zoneId: 100001 });
  assert.deepEqual(one['zoneSet'], [{ zoneName: '广州一区', idcList: [], zoneId: 100001 }]);
  const elsewhere = await legacy.ok('DescribeAvailabilityZones', { zoneId: 200001 });
  assert.deepEqual(elsewhere['zoneSet'], []);
});

test('the regions of a product, by short code (L52132-52144)', async () => {
  const { availableRegion } = await legacy.ok('DescribeProductRegionList', { instanceType: 1 });
  const { gz, sh, hk } = availableRegion as Readonly<Record<string, string>>;
  assert.deepEqual([gz, sh, hk], ['广州', '上海', '中国香港']);
  const others = await legacy.ok('DescribeProductRegionList', { instanceType: 2 });
  assert.deepEqual(others['availableRegion'], {});
  const nowhere = legacy.refusal('DescribeProductRegionList', { instanceType: 1 }, { region: '' });
  assert.equal(await nowhere, '4000 InvalidParameter', 'as every page (L51230)');
  const refused = legacy.refusal('DescribeProductRegionList', { instanceType: 4 });
  assert.equal(await refused, '4000 InvalidParameter');
});

test('what a zone can do (L51965-52036)', async () => {
  const ask = { zoneId: 100001, 'capacity.1': 'cbs' };
  const { capacitySet } = await legacy.ok('DescribeZoneAbility', ask);
  assert.deepEqual(capacitySet, [{ isSupported: 1, capacity: ['cbs'] }]);
  const both = await legacy.ok('DescribeZoneAbility', { ...ask, 'capacity.2': 'vpc' });
  assert.deepEqual(both['capacitySet'], [
    { isSupported: 1, capacity: ['cbs'] },
    { isSupported: 1, capacity: ['vpc'] },
  ]);
  const refused = (more: Readonly<Record<string, string | number>>) =>
    legacy.refusal('DescribeZoneAbility', more);
  const code = '4000 InvalidParameter';
  assert.equal(await refused({ ...ask, zoneId: 200001 }), code, 'a zone of another region');
  assert.equal(await refused({ ...ask, zoneId: 'x' }), code);
  assert.equal(await refused({ ...ask, 'capacity.1': 'clb' }), code);
  assert.equal(await refused({ zoneId: 100001 }), code);
  assert.equal(await refused({ 'capacity.1': 'cbs' }), code);
});

test('a region is named by its short code, and must be (L51204-51230)', async () => {
  for (const region of ['ap-guangzhou', 'ca', 'gzopen', '']) {
    const refused = legacy.refusal('DescribeInstances', {}, { region });
    assert.equal(await refused, '4000 InvalidParameter', region);
  }
});
