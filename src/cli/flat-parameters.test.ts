import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatParameters } from './flat-parameters.ts';

test('lists count from 1 and structures are joined with dots', () => {
  assert.deepEqual(
    flatParameters({
      RegionId: 'cn-guangzhou',
      Amount: 2,
      DryRun: true,
      Tag: [{ Key: 'a', Value: '' }, { Key: 'b' }],
      SystemDisk: { Category: 'cloud_essd' },
    }),
    {
      RegionId: 'cn-guangzhou',
      Amount: '2',
      DryRun: 'true',
      'Tag.1.Key': 'a',
      'Tag.1.Value': '',
      'Tag.2.Key': 'b',
      'SystemDisk.Category': 'cloud_essd',
    },
  );
});

test('null and endless nesting are refused', () => {
  assert.throws(() => flatParameters({ Name: null }), /Name is null/);
  let deep: unknown = 'x';
  for (let depth = 0; depth < 20; depth += 1) deep = { a: deep };
  assert.throws(() => flatParameters({ deep }), /deeper than 16/);
});
