import assert from 'node:assert/strict';
import test from 'node:test';
import { findZone, regions, zones } from '#resources/region/region.ts';
import type { Vendor } from './places.ts';
import {
  regionByVendorName,
  regionsOfVendor,
  vendorRegionName,
  vendorZoneName,
  zoneByVendorName,
  zonesOfVendor,
} from './places.ts';

const vendors: readonly Vendor[] = ['tencent', 'aliyun'];

const zonesOf = (vendor: Vendor): readonly string[] =>
  regionsOfVendor(vendor).flatMap((region) => zonesOfVendor(vendor, region));

// seed 004 L39370-39484, without ap-mumbai-1 and ap-mumbai-2, which have no region, and with
// ap-guangzhou-5 of the DescribeZones sample (L8372).
const documentedZones = `
  ap-chongqing-1 ap-seoul-1 ap-seoul-2 ap-chengdu-1 ap-chengdu-2 ap-hongkong-1 ap-hongkong-2
  ap-hongkong-3 ap-shenzhen-fsi-1 ap-shenzhen-fsi-2 ap-shenzhen-fsi-3 ap-guangzhou-1
  ap-guangzhou-2 ap-guangzhou-3 ap-guangzhou-4 ap-guangzhou-5 ap-guangzhou-6 ap-guangzhou-7
  ap-tokyo-1 ap-tokyo-2 ap-singapore-1 ap-singapore-2 ap-singapore-3 ap-singapore-4
  ap-shanghai-fsi-1 ap-shanghai-fsi-2 ap-shanghai-fsi-3 ap-bangkok-1 ap-bangkok-2 ap-shanghai-1
  ap-shanghai-2 ap-shanghai-3 ap-shanghai-4 ap-shanghai-5 ap-shanghai-8 ap-beijing-1
  ap-beijing-2 ap-beijing-3 ap-beijing-4 ap-beijing-5 ap-beijing-6 ap-beijing-7
  na-siliconvalley-1 na-siliconvalley-2 eu-frankfurt-1 eu-frankfurt-2 na-ashburn-1 na-ashburn-2
  ap-nanjing-1 ap-nanjing-2 ap-nanjing-3 sa-saopaulo-1 ap-jakarta-1 ap-jakarta-2`
  .trim()
  .split(/\s+/);

// seed 004 L4689-4726
const documentedRegions = `
  ap-bangkok ap-beijing ap-chengdu ap-chongqing ap-guangzhou ap-hongkong ap-jakarta ap-nanjing
  ap-seoul ap-shanghai ap-shanghai-fsi ap-shenzhen-fsi ap-singapore ap-tokyo eu-frankfurt
  na-ashburn na-siliconvalley sa-saopaulo`
  .trim()
  .split(/\s+/);

test('the 18 regions and 54 zones of the document are there, and no others', () => {
  const named = regionsOfVendor('tencent').map((region) => vendorRegionName('tencent', region));
  assert.deepEqual(named, documentedRegions);
  assert.equal(documentedRegions.length, 18);
  const zoneNames = zonesOf('tencent').map((zone) => vendorZoneName('tencent', zone));
  assert.deepEqual(zoneNames.toSorted(), documentedZones.toSorted());
  assert.equal(documentedZones.length, 54);
});

test('regions are paired by place', () => {
  const pairs = {
    'ap-guangzhou': 'cn-guangzhou',
    'ap-beijing': 'cn-beijing',
    'ap-shanghai': 'cn-shanghai',
    'ap-nanjing': 'cn-nanjing',
    'ap-chengdu': 'cn-chengdu',
    'ap-hongkong': 'cn-hongkong',
    'ap-singapore': 'ap-southeast-1',
    'ap-tokyo': 'ap-northeast-1',
    'ap-seoul': 'ap-northeast-2',
    'ap-bangkok': 'ap-southeast-7',
    'ap-jakarta': 'ap-southeast-5',
    'eu-frankfurt': 'eu-central-1',
    'na-ashburn': 'us-east-1',
    'na-siliconvalley': 'us-west-1',
  };
  const paired = regionsOfVendor('tencent').filter((region) => vendorRegionName('aliyun', region));
  assert.equal(paired.length, Object.keys(pairs).length);
  for (const [tencent, aliyun] of Object.entries(pairs)) {
    const region = regionByVendorName('tencent', tencent);
    assert.ok(region !== undefined, tencent);
    assert.equal(vendorRegionName('aliyun', region), aliyun);
    assert.equal(regionByVendorName('aliyun', aliyun), region);
  }
});

test('a paired region has at least one pair of zones', () => {
  for (const { name } of regions) {
    if (vendors.some((vendor) => vendorRegionName(vendor, name) === undefined)) continue;
    const shared = zonesOfVendor('tencent', name).filter((zone) => vendorZoneName('aliyun', zone));
    assert.ok(shared.length > 0, name);
  }
});

test('names go there and back for each vendor, and no name is used twice', () => {
  for (const vendor of vendors) {
    const regionNames = new Set<string>();
    for (const region of regionsOfVendor(vendor)) {
      const name = vendorRegionName(vendor, region);
      assert.ok(name !== undefined && !regionNames.has(name), region);
      regionNames.add(name);
      assert.equal(regionByVendorName(vendor, name), region);
    }
    const zoneNames = new Set<string>();
    for (const zone of zonesOf(vendor)) {
      const name = vendorZoneName(vendor, zone);
      assert.ok(name !== undefined && !zoneNames.has(name), zone);
      zoneNames.add(name);
      assert.equal(zoneByVendorName(vendor, name), zone);
    }
  }
});

test('every place of the catalogue is in the table and seen by at least one vendor', () => {
  const seenRegions = new Set(vendors.flatMap(regionsOfVendor));
  assert.deepEqual([...seenRegions].toSorted(), regions.map(({ name }) => name).toSorted());
  const seenZones = new Set(vendors.flatMap(zonesOf));
  assert.deepEqual([...seenZones].toSorted(), zones.map(({ name }) => name).toSorted());
});

test("a vendor's zone name begins with its region's name, on both sides", () => {
  for (const vendor of vendors) {
    for (const zone of zonesOf(vendor)) {
      const region = vendorRegionName(vendor, findZone(zone)?.region ?? '');
      assert.ok(region !== undefined && vendorZoneName(vendor, zone)?.startsWith(region), zone);
    }
  }
});

test('places of one vendor, zones without a region and unknown names are undefined', () => {
  assert.equal(vendorRegionName('aliyun', 'chongqing'), undefined);
  assert.equal(vendorRegionName('tencent', 'hangzhou'), undefined);
  assert.equal(vendorZoneName('aliyun', 'guangzhou-2'), undefined);
  assert.equal(zoneByVendorName('tencent', 'ap-mumbai-1'), undefined);
  assert.equal(regionByVendorName('tencent', 'cn-guangzhou'), undefined);
  assert.equal(regionByVendorName('aliyun', '__proto__'), undefined);
  assert.deepEqual(zonesOfVendor('aliyun', 'chongqing'), []);
});
