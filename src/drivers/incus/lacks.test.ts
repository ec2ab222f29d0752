import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacksOf } from './lacks.ts';

const containers = {
  machines: 'container',
  storagePool: 'default',
  publicAddresses: false,
} as const;

test('a pool of plain directories gives the disks of containers no size, another one does', () => {
  const alone = { isClustered: false };
  assert.match(
    lacksOf({ ...alone, poolDriver: 'dir' }, containers, []).resize ?? '',
    /default \(dir\)/,
  );
  assert.equal(lacksOf({ ...alone, poolDriver: 'zfs' }, containers, []).resize, undefined);
  const files = { ...containers, machines: 'virtual-machine' } as const;
  assert.equal(lacksOf({ ...alone, poolDriver: 'dir' }, files, []).resize, undefined);
});

test('disks move between members where the pool is of all of them', () => {
  const move = (isClustered: boolean, poolDriver: string) =>
    lacksOf({ isClustered, poolDriver }, containers, [])['disk-move'];
  assert.match(move(true, 'zfs') ?? '', /stays on the member/);
  assert.equal(move(true, 'ceph'), undefined);
  assert.equal(move(false, 'zfs'), undefined);
});

test('machines have several interfaces where the networks do not name them', () => {
  const network = { name: 'one', gateway: 1, first: 0, last: 255 };
  const lacks = (...networks: ReadonlyArray<{ readonly names?: boolean }>) =>
    lacksOf(
      { isClustered: false },
      containers,
      networks.map((each) => ({ ...network, ...each })),
    ).interfaces;
  assert.equal(lacks({ names: false }), undefined);
  assert.match(lacks({ names: false }, { names: true }) ?? '', /network one .* dns\.mode to none/);
  // As an older version has remembered it.
  assert.match(lacks({}) ?? '', /dns\.mode/);
});

test('public addresses move where the operator gives machines any', () => {
  const lacks = (publicAddresses: boolean) =>
    lacksOf({ isClustered: false }, { ...containers, publicAddresses }, [])['elastic-address'];
  assert.match(lacks(false) ?? '', /no public addresses/);
  assert.equal(lacks(true), undefined);
});
