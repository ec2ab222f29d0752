import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bar } from './progress-bar.ts';

test('a bar says how far it is in cells, percent and what is counted', () => {
  const half = bar({ done: 12 * 2 ** 20, total: 24 * 2 ** 20, unit: 'bytes' });
  assert.equal(half, `[${'#'.repeat(15)}${'.'.repeat(15)}]  50 %  12.0 of 24.0 MiB`);
  const all = bar({ done: 3, total: 3, unit: 'instances' });
  assert.equal(all, `[${'#'.repeat(30)}] 100 %  3 of 3 instances`);
});

test('nothing to do is done', () => {
  assert.match(bar({ done: 0, total: 0, unit: 'instances' }), /100 %/);
});
