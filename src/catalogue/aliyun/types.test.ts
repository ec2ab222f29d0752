import assert from 'node:assert/strict';
import test from 'node:test';
import { zones } from '#resources/region/region.ts';
import { aliyunInstanceTypes, aliyunTypeSource } from './types.ts';
import { families, findFamily } from './families.ts';

const types = aliyunInstanceTypes();
const typeNamed = (name: string) => types.find((type) => type.name === name);

test('the common families are there, and those the documents launch; each has types', () => {
  const wanted =
    'g5 c5 r5 g6 c6 r6 g6e c6e r6e g7 c7 r7 g8i c8i r8i g8a c8a r8a g8y c8y r8y u1 e t5 t6 n4 ' +
    'sn1ne sn2ne se1ne sccg5 ' +
    'mn4 xn4 gn5 gn6i gn6v gn7 gn7i i2 i3 d2s d3s ebmg6 ebmc6 ebmr6 ebmg7 ebmc7 ebmr7 cm4 t1';
  assert.deepEqual(
    new Set(families.map(({ family }) => family)),
    new Set(wanted.split(' ').map((name) => `ecs.${name}`)),
  );
  for (const { family } of families) {
    assert.ok(
      types.some((type) => type.family === family),
      family,
    );
  }
});

test("a type's name is unique, well-formed and begins with its family", () => {
  assert.equal(new Set(types.map((type) => type.name)).size, types.length);
  for (const type of types) {
    assert.match(type.name, /^ecs\.[a-z]+\d?[a-z]*(-l?c\d+[mg]\d)?\.(nano|small|\d*x?large)$/);
    assert.ok(findFamily(type.family) && type.name.startsWith(type.family), type.name);
    assert.ok(Number.isInteger(type.memoryMiB) && type.memoryMiB >= 512, type.name);
  }
});

test('types that the documents name (seeds 001 L194, 002 L80 and L389, 003 L168) exist', () => {
  for (const name of ['ecs.cm4.6xlarge', 'ecs.g5.large', 'ecs.t1.small', 'ecs.g6.large']) {
    assert.ok(typeNamed(name), name);
  }
});

test('sizes as the vendor publishes them', () => {
  const published = [
    ['ecs.g6.large', 2, 8],
    ['ecs.g6.13xlarge', 52, 192],
    ['ecs.c6.13xlarge', 52, 96],
    ['ecs.r6.26xlarge', 104, 768],
    ['ecs.c7.32xlarge', 128, 256],
    ['ecs.c8i.48xlarge', 192, 512],
    ['ecs.g8i.48xlarge', 192, 1024],
    ['ecs.r8a.48xlarge', 192, 1536],
    ['ecs.c8y.large', 2, 4],
    ['ecs.r7.32xlarge', 128, 1024],
    ['ecs.n4.small', 1, 2],
    ['ecs.gn6i-c24g1.12xlarge', 48, 186],
    ['ecs.ebmg7.32xlarge', 128, 512],
    ['ecs.u1-c1m8.8xlarge', 32, 256],
    ['ecs.e-c1m4.xlarge', 4, 16],
    ['ecs.t5-lc2m1.nano', 1, 0.5],
    ['ecs.t6-c1m4.2xlarge', 8, 32],
  ] as const;
  for (const [name, cpu, memoryGiB] of published) {
    const type = typeNamed(name);
    assert.deepEqual([type?.cpu, type?.memoryMiB], [cpu, memoryGiB * 1024], name);
  }
});

test('cards, disks in the server and other processors are those of their families', () => {
  const { gpu } = typeNamed('ecs.gn6i-c24g1.12xlarge') ?? {};
  assert.deepEqual(gpu, { model: 'NVIDIA T4', memoryGiBPerCard: 16, cards: 2 });
  const disksOf = (name: string) => typeNamed(name)?.localDisks;
  assert.deepEqual(disksOf('ecs.i2.xlarge'), { kind: 'ssd', count: 1, sizeGiB: 894 });
  assert.deepEqual(disksOf('ecs.d2s.20xlarge'), { kind: 'hdd', count: 30, sizeGiB: 7300 });
  assert.equal(typeNamed('ecs.g8y.large')?.architecture, 'arm64');
  assert.equal(typeNamed('ecs.g8i.large')?.gpu, null);
});

test('a ratio in a name is the ratio of vCPUs to memory', () => {
  for (const { name, cpu, memoryMiB } of types) {
    const [, parts, gib] = /-l?c(\d)m(\d)\./.exec(name) ?? [];
    if (parts === undefined || name.startsWith('ecs.t')) continue;
    assert.equal(memoryMiB / 1024 / cpu, Number(gib) / Number(parts), name);
  }
});

test('credits: burstable types have them, thirty a vCPU at first, others none', () => {
  for (const type of types) {
    const isBurstable = findFamily(type.family)?.level === 'CreditEntryLevel';
    assert.equal(type.credits?.initial, isBurstable ? 30 * type.cpu : undefined, type.name);
  }
  // Six credits an hour are what one vCPU uses up in an hour at ten percent.
  const creditsAnHour = (name: string) => (typeNamed(name)?.credits?.baselinePercent ?? 0) * 0.6;
  assert.equal(creditsAnHour('ecs.t6-c4m1.large'), 6);
  assert.equal(creditsAnHour('ecs.t6-c1m4.large'), 36);
  assert.equal(creditsAnHour('ecs.t6-c1m4.2xlarge'), 192);
  assert.equal(creditsAnHour('ecs.t5-lc1m2.small'), 12);
  assert.equal(creditsAnHour('ecs.t5-c1m1.4xlarge'), 240);
});

test('only the zones of this vendor sell, and two types only abroad', () => {
  const sellers = (name: string) => {
    const type = typeNamed(name);
    assert.ok(type);
    return zones.map((zone) => zone.name).filter((zone) => aliyunTypeSource.sells(type, zone));
  };
  const all = sellers('ecs.g6.large');
  assert.ok(all.includes('hangzhou-g') && !all.includes('guangzhou-2'));
  const abroad = sellers('ecs.e-c4m1.large');
  assert.ok(abroad.includes('singapore-1') && abroad.includes('hongkong-2'));
  assert.ok(!abroad.includes('hangzhou-g') && !abroad.includes('guangzhou-3'));
});
