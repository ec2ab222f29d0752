import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#kernel/random.ts';
import type { HostCandidate } from './candidate.ts';
import { placeTogether, type Together } from './together.ts';

const need = { cpu: 2, memoryMiB: 4_096, diskGiB: 50 };

/** A host that has room for so many, in a rack that its key begins with. */
function host(key: string, room: number): HostCandidate {
  const total = { cpuTotal: 64, memoryMiBTotal: 262_144, diskGiBTotal: 4_000 };
  const free = { cpuFree: room * need.cpu, memoryMiBFree: 262_144, diskGiBFree: 4_000 };
  return { key, ...total, ...free, labels: { rack: key[0] ?? '' } };
}

const anywhere: Together = { by: 'rack', with: new Set(), without: new Set(), inOne: false };
const hosts = [host('a1', 2), host('a2', 2), host('b1', 3), host('b2', 3), host('c1', 1)];

function hostsOf(count: number, together: Together): readonly string[] | undefined {
  const options = { count, random: seededRandom('together'), together };
  const result = placeTogether(hosts, need, options);
  if ('rejected' in result) return undefined;
  assert.equal(result.count, count);
  return result.placed.flatMap((share) => Array.from({ length: share.count }, () => share.host));
}

test('instances that stay together fill one rack before they take another', () => {
  assert.equal(
    hostsOf(6, anywhere)?.every((key) => key.startsWith('b')),
    true,
  );
  assert.equal(hostsOf(7, anywhere)?.filter((key) => key.startsWith('a')).length, 1);
  assert.equal(hostsOf(12, anywhere), undefined);
});

test('a rack that holds others of them comes first, one that holds what they avoid never', () => {
  assert.deepEqual(hostsOf(1, { ...anywhere, with: new Set(['c']) }), ['c1']);
  const without = new Set(['a', 'b']);
  assert.deepEqual(hostsOf(1, { ...anywhere, without }), ['c1']);
  assert.equal(hostsOf(2, { ...anywhere, without }), undefined);
});

test('instances of one rack are in that of the others, or in any that has room', () => {
  const inOne = { ...anywhere, inOne: true };
  assert.equal(
    hostsOf(6, inOne)?.every((key) => key.startsWith('b')),
    true,
  );
  assert.equal(hostsOf(7, inOne), undefined);
  assert.equal(hostsOf(4, { ...inOne, with: new Set(['a']) })?.length, 4);
  assert.equal(hostsOf(5, { ...inOne, with: new Set(['a']) }), undefined);
});
