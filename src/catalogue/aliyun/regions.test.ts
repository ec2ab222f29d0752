import assert from 'node:assert/strict';
import test from 'node:test';
import { regionsOfVendor, vendorRegionName, vendorZoneName, zonesOfVendor } from '../places.ts';
import { regionWords, zoneWords } from './regions.ts';

test('every region and every zone has its names, none of them twice', () => {
  const names = new Set<string>();
  let count = 0;
  for (const region of regionsOfVendor('aliyun')) {
    const regionName = regionWords(vendorRegionName('aliyun', region) ?? '')?.name;
    const zoneNames = zonesOfVendor('aliyun', region).map((zone) =>
      zoneWords(vendorZoneName('aliyun', zone) ?? ''),
    );
    for (const name of [regionName, ...zoneNames]) {
      assert.ok(name !== undefined, region);
      names.add(name.zh);
      count += 1;
    }
  }
  assert.equal(names.size, count);
});

test('a zone of a region with a hyphen and one without', () => {
  assert.deepEqual(zoneWords('cn-hangzhou-g'), { zh: '杭州 可用区G', en: 'Hangzhou Zone G' });
  assert.deepEqual(zoneWords('ap-southeast-1a'), { zh: '新加坡 可用区A', en: 'Singapore Zone A' });
  assert.deepEqual(zoneWords('cn-wuhan-lr-a')?.en, 'Wuhan Zone A');
});

test('endpoints: the central one for cn-hangzhou, regional ones elsewhere', () => {
  assert.equal(regionWords('cn-hangzhou')?.endpoint, 'ecs.aliyuncs.com');
  assert.equal(regionWords('ap-southeast-1')?.endpoint, 'ecs.ap-southeast-1.aliyuncs.com');
});

test('an unknown place has no words', () => {
  for (const name of ['', 'cn-hangzhou', 'cn-nowhere-a', 'ap-southeast-1-a', 'cn-hangzhoug']) {
    assert.equal(zoneWords(name), undefined, name);
  }
  assert.equal(regionWords('ap-guangzhou'), undefined);
});
