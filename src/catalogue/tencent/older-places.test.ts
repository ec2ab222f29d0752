import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionByVendorName, zoneByVendorName } from '../places.ts';
import {
  citiesByCode,
  codeOfRegion,
  numberOfZone,
  regionOfCode,
  zoneOfNumber,
} from './older-places.ts';

test('short codes of regions and the later names (seed 004 L51204-51228)', () => {
  const names = {
    bj: 'ap-beijing',
    gz: 'ap-guangzhou',
    sh: 'ap-shanghai',
    hk: 'ap-hongkong',
    sg: 'ap-singapore',
    usw: 'na-siliconvalley',
    cd: 'ap-chengdu',
    de: 'eu-frankfurt',
    kr: 'ap-seoul',
    shjr: 'ap-shanghai-fsi',
    szjr: 'ap-shenzhen-fsi',
  };
  for (const [code, name] of Object.entries(names)) {
    const region = regionByVendorName('tencent', name);
    assert.equal(regionOfCode(code), region);
    assert.equal(codeOfRegion(region ?? ''), code);
  }
  for (const code of ['ca', 'gzopen', 'ap-guangzhou', '']) {
    assert.equal(regionOfCode(code), undefined, code);
  }
  assert.equal(codeOfRegion('nanjing'), undefined);
});

test('cities by code, as DescribeProductRegionList shows them (L52140-52144)', () => {
  const { gz, sh, hk } = citiesByCode();
  assert.deepEqual([gz, sh, hk], ['广州', '上海', '中国香港']);
  assert.equal(Object.keys(citiesByCode()).length, 11);
});

test('numbers of zones (L51757-51797)', () => {
  const numbers = {
    'ap-guangzhou-1': '100001',
    'ap-guangzhou-4': '100004',
    'ap-shanghai-1': '200001',
    'ap-hongkong-1': '300001',
    'ap-shanghai-fsi-2': '700002',
    'ap-beijing-2': '800002',
    'ap-singapore-1': '900001',
    'ap-shenzhen-fsi-2': '110002',
    'na-siliconvalley-1': '150001',
    'ap-chengdu-2': '160002',
    'eu-frankfurt-1': '170001',
    'ap-seoul-1': '180001',
  };
  for (const [name, number] of Object.entries(numbers)) {
    const zone = zoneByVendorName('tencent', name) ?? '';
    assert.equal(numberOfZone(zone), number);
    assert.equal(zoneOfNumber(number), zone);
  }
  assert.equal(zoneOfNumber('120001'), undefined, 'the open zone of Guangzhou');
  assert.equal(numberOfZone('hangzhou-h'), undefined, 'a zone of Alibaba alone');
});
