import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacksOf } from './lacks.ts';

const containers = { machines: 'container', storagePool: 'default' } as const;

test('a pool of plain directories gives the disks of containers no size, another one does', () => {
  const alone = { isClustered: false };
  assert.match(
    lacksOf({ ...alone, poolDriver: 'dir' }, containers).resize ?? '',
    /default \(dir\)/,
  );
  assert.equal(lacksOf({ ...alone, poolDriver: 'zfs' }, containers).resize, undefined);
  const files = { ...containers, machines: 'virtual-machine' } as const;
  assert.equal(lacksOf({ ...alone, poolDriver: 'dir' }, files).resize, undefined);
});

test('disks move between members where the pool is of all of them', () => {
  const move = (isClustered: boolean, poolDriver: string) =>
    lacksOf({ isClustered, poolDriver }, containers)['disk-move'];
  assert.match(move(true, 'zfs') ?? '', /stays on the member/);
  assert.equal(move(true, 'ceph'), undefined);
  assert.equal(move(false, 'zfs'), undefined);
});
