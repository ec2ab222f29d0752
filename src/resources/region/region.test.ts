import assert from 'node:assert/strict';
import test from 'node:test';
import { findRegion, findZone, regions, zones } from './region.ts';

test('region and zone names are unique and follow the neutral grammar', () => {
  const names = [...regions, ...zones].map((place) => place.name);
  assert.equal(new Set(names).size, names.length);
  for (const region of regions) assert.match(region.name, /^[a-z]+(-fsi)?$/);
  for (const zone of zones) assert.match(zone.name, /^[a-z]+(-fsi)?-([1-9]|[a-z])$/);
});

test('every zone belongs to exactly one region, which lists it', () => {
  assert.equal(regions.flatMap((region) => region.zones).length, zones.length);
  for (const zone of zones) {
    assert.ok(findRegion(zone.region)?.zones.includes(zone.name), zone.name);
    assert.equal(findZone(zone.name), zone);
  }
});

test('every region has a zone', () => {
  for (const region of regions) assert.ok(region.zones.length > 0, region.name);
});

test('an unknown name is undefined, also when it is a word of the language', () => {
  for (const name of ['', 'atlantis', '__proto__', 'constructor', 'toString']) {
    assert.equal(findRegion(name), undefined);
    assert.equal(findZone(name), undefined);
  }
});
