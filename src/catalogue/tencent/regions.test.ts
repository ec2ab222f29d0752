import assert from 'node:assert/strict';
import test from 'node:test';
import { regionsOfVendor, vendorRegionName, vendorZoneName, zonesOfVendor } from '../places.ts';
import { regionWords, zoneWords } from './regions.ts';

const zoneNames = regionsOfVendor('tencent')
  .flatMap((region) => zonesOfVendor('tencent', region))
  .map((zone) => vendorZoneName('tencent', zone) ?? '');

test('every region and zone has names and its own zone id', () => {
  for (const region of regionsOfVendor('tencent')) {
    assert.ok(regionWords(vendorRegionName('tencent', region) ?? ''), region);
  }
  const zoneIds = zoneNames.map((zone) => zoneWords(zone)?.zoneId);
  assert.ok(zoneIds.every((zoneId) => zoneId !== undefined && /^\d{6}$/.test(zoneId)));
  assert.equal(new Set(zoneIds).size, zoneNames.length);
});

test('the DescribeRegions answer of the document (L8042)', () => {
  const answered = {
    'ap-beijing': '华北地区(北京)',
    'ap-guangzhou': '华南地区(广州)',
    'ap-hongkong': '港澳台地区(中国香港)',
    'ap-shanghai': '华东地区(上海)',
    'ap-shanghai-fsi': '华东地区(上海金融)',
    'ap-shenzhen-fsi': '华南地区(深圳金融)',
    'ap-singapore': '亚太东南(新加坡)',
    'na-siliconvalley': '美国西部(硅谷)',
  };
  for (const [region, zh] of Object.entries(answered)) assert.equal(regionWords(region)?.zh, zh);
});

test('the DescribeZones answers (L8276, L8386)', () => {
  const answered = [
    ['ap-guangzhou-1', '100001', 'UNAVAILABLE', '广州一区', 'Guangzhou Zone 1'],
    ['ap-guangzhou-2', '100002', 'AVAILABLE', '广州二区', 'Guangzhou Zone 2'],
    ['ap-guangzhou-3', '100003', 'AVAILABLE', '广州三区', 'Guangzhou Zone 3'],
    ['ap-guangzhou-4', '100004', 'AVAILABLE', '广州四区', 'Guangzhou Zone 4'],
    ['ap-guangzhou-5', '100005', 'AVAILABLE', '广州五区', 'Guangzhou Zone 5'],
  ] as const;
  for (const [zone, zoneId, state, zh, en] of answered) {
    const words = zoneWords(zone);
    assert.deepEqual([words?.zoneId, words?.state, words?.name], [zoneId, state, { zh, en }]);
  }
});

test('zone ids of the list at L51757', () => {
  const listed = {
    'ap-shanghai-2': '200002',
    'ap-hongkong-1': '300001',
    'ap-shanghai-fsi-2': '700002',
    'ap-beijing-1': '800001',
    'ap-singapore-1': '900001',
    'ap-shenzhen-fsi-1': '110001',
    'na-siliconvalley-1': '150001',
    'ap-chengdu-2': '160002',
    'eu-frankfurt-1': '170001',
    'ap-seoul-1': '180001',
  };
  for (const [zone, zoneId] of Object.entries(listed)) {
    assert.equal(zoneWords(zone)?.zoneId, zoneId);
  }
});

test('six zones are listed as sold out, five of them are closed', () => {
  const listed = zoneNames.filter((zone) => zoneWords(zone)?.listedSoldOut);
  assert.equal(listed.length, 6);
  const closed = zoneNames.filter((zone) => zoneWords(zone)?.state === 'UNAVAILABLE');
  assert.deepEqual(
    closed,
    listed.filter((zone) => zone !== 'ap-guangzhou-2'),
  );
});

test('an unknown place has no words', () => {
  for (const name of ['', 'ap-mumbai-1', 'ap-guangzhou', 'ap-guangzhou-10', 'ap-guangzhou-x']) {
    assert.equal(zoneWords(name), undefined);
  }
  assert.equal(regionWords('cn-guangzhou'), undefined);
});
