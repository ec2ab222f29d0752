import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestCloud, type TestCloud } from '../../cloud.test-support.ts';

async function listsProducts(cloud: TestCloud, service: string) {
  const options = { service, region: undefined };
  const all = await cloud.ok('DescribeProducts', {}, options);
  const { Products, TotalCount } = all as unknown as {
    readonly Products: ReadonlyArray<{ readonly Name: string }>;
    readonly TotalCount: number;
  };
  assert.equal(Products.length, TotalCount);
  for (const Name of ['cvm', 'vpc', 'cbs']) assert.ok(Products.some((it) => it.Name === Name));
  const page = await cloud.ok('DescribeProducts', { Limit: 1, Offset: 1 }, options);
  assert.deepEqual(page['Products'], Products.slice(1, 2));
  assert.equal(page['TotalCount'], TotalCount);
}

async function showsPlaces(cloud: TestCloud, service: string) {
  const here = { service, language: 'zh-CN' };
  for (const [action, set] of [
    ['DescribeRegions', 'RegionSet'],
    ['DescribeZones', 'ZoneSet'],
  ] as const) {
    const ours = await cloud.ok(action, { Product: 'cvm' }, here);
    const theirs = await cloud.ok(action, {}, { language: 'zh-CN' });
    const known = theirs[set] as ReadonlyArray<Record<string, unknown>>;
    const shown = ours[set] as ReadonlyArray<Record<string, unknown>>;
    assert.equal(ours['TotalCount'], known.length);
    for (const [i, place] of known.entries()) assert.partialDeepStrictEqual(shown[i], place);
  }
  const zones = await cloud.ok('DescribeZones', { Product: 'cbs' }, here);
  const [first] = zones['ZoneSet'] as ReadonlyArray<Record<string, unknown>>;
  assert.equal(first?.['ZoneName'], '广州一区');
  assert.deepEqual([first?.['ParentZone'], first?.['ZoneType']], [null, null]);
}

async function refusesProducts(cloud: TestCloud, service: string) {
  const code = service === 'api' ? 'InvalidParameter' : 'InvalidParameter.ParameterError';
  for (const action of ['DescribeRegions', 'DescribeZones']) {
    assert.equal(await cloud.refusal(action, { Product: 'nosuch' }, { service }), code);
    assert.equal(await cloud.refusal(action, {}, { service }), 'MissingParameter');
  }
}

describe('the api and the region service', () => {
  let cloud: TestCloud;

  const both = async (check: (cloud: TestCloud, service: string) => Promise<void>) => {
    for (const service of ['api', 'region']) await check(cloud, service);
  };

  before(async () => {
    cloud = await startTestCloud();
  });
  after(() => cloud.stop());

  test('lists the products that are here, a page at a time', () => both(listsProducts));
  test('shows the regions and zones that cvm shows', () => both(showsPlaces));
  test('refuses a product that is not here, and wants one', () => both(refusesProducts));

  test('Scene is one of the region service alone', async () => {
    const asked = { Product: 'cvm', Scene: 1 };
    await cloud.ok('DescribeZones', asked, { service: 'region' });
    const wrong = { Product: 'cvm', Scene: 2 };
    const code = await cloud.refusal('DescribeZones', wrong, { service: 'region' });
    assert.equal(code, 'InvalidParameterValue');
    const unknown = await cloud.refusal('DescribeZones', asked, { service: 'api' });
    assert.equal(unknown, 'UnknownParameter');
  });
});
