import assert from 'node:assert/strict';
import test from 'node:test';
import * as fc from 'fast-check';
import { zones } from '#resources/region/region.ts';
import {
  cdhType,
  families,
  familyWords,
  offeredIn,
  tencentInstanceTypes,
  tencentTypeSource,
} from './types.ts';
import { chargeTypesOf, frequencyOf } from './type-words.ts';

const types = tencentInstanceTypes();
const typeNamed = (name: string) => types.find((type) => type.name === name);

// [name, vCPUs, GiB, line in seed 004]. Where no line gives the sizes, the name does.
const documented = [
  ['I1.MEDIUM4', 2, 4, 11395],
  ['I1.MEDIUM8', 2, 8, 11415],
  ['I1.MEDIUM16', 2, 16, 11435],
  ['I1.LARGE8', 4, 8, 11455],
  ['S1.SMALL1', 1, 1, 10463],
  ['S1.SMALL2', 1, 2, 42522],
  ['S1.SMALL4', 1, 4, 46009],
  ['S1.LARGE4', 4, 4, 45618],
  ['S2.SMALL1', 1, 1, 20796],
  ['S2.SMALL2', 1, 2, 10273],
  ['S2.MEDIUM4', 2, 4, 40881],
  ['S5.MEDIUM2', 2, 2, 12081],
  ['S5.LARGE4', 4, 4, 37405],
  ['S5.12XLARGE96', 48, 96, 11300],
  ['S5.12XLARGE128', 48, 128, 11300],
  ['S5.16XLARGE256', 64, 256, 9091],
  ['SA2.MEDIUM4', 2, 4, 17250],
  ['HCCPNV4ane.58XLARGE1929', 232, 1929, 35344],
  ['CHCS5.128C384M', 64, 256, 23727],
  ['CHCS5.128C256M', 128, 256, 36040],
] as const;

test('every type of the documents exists with its vCPUs and memory', () => {
  for (const [name, cpu, memoryGiB, line] of documented) {
    const type = typeNamed(name);
    assert.deepEqual([type?.cpu, type?.memoryMiB], [cpu, memoryGiB * 1024], `${name} L${line}`);
  }
});

test('I1 in ap-guangzhou-2 is what the answer at L11349 shows, in its order', () => {
  const names = types
    .filter((type) => type.family === 'I1' && tencentTypeSource.sells(type, 'guangzhou-2'))
    .map((type) => type.name);
  assert.deepEqual(names, ['I1.MEDIUM4', 'I1.MEDIUM8', 'I1.MEDIUM16', 'I1.LARGE8']);
});

test('the families of the answer at L10995 are there with their names, in its order', () => {
  const answered = [
    ['S1', '标准型S1'],
    ['N1', '网络优化型N1'],
    ['I1', '高IO型I1'],
    ['M1', '内存型M1'],
    ['S2', '标准型S2'],
    ['SN2', '标准型SN2'],
    ['I2', '高IO型I2'],
    ['M2', '内存型M2'],
    ['C2', '计算型C2'],
    ['CN2', '计算型CN2'],
    ['S3', '标准型S3'],
    ['C3', '计算型C3'],
    ['FX2', 'FPGA型FX2'],
    ['GN2', 'GPU计算型GN2'],
    ['GA2', 'GPU渲染型GA2'],
    ['GN8', 'GPU计算型GN8'],
    ['CDH', '独享型'],
    ['SHARED', '共享核'],
    ['SPECIAL', '特殊机型'],
    ['OTHER', '其他'],
  ];
  const known = new Set(answered.map(([family]) => family));
  const shown = families.filter(({ family }) => known.has(family));
  assert.deepEqual(
    shown.map(({ family, zh }) => [family, zh]),
    answered,
  );
});

test('every family has types, save CDH, which is a rule, and the three groups', () => {
  const withTypes = new Set(types.map((type) => type.family));
  const without = families.map(({ family }) => family).filter((family) => !withTypes.has(family));
  assert.deepEqual(without, ['CDH', 'SHARED', 'SPECIAL', 'OTHER']);
  for (const type of types) assert.ok(familyWords(type.family), type.family);
});

test('names are unique and follow the grammar, and so do vCPUs, but for a few of GPU types', () => {
  assert.equal(new Set(types.map((type) => type.name)).size, types.length);
  const exceptions: string[] = [];
  for (const type of types) {
    if (type.family === 'CHCS5') continue;
    const [, word = '', times = '1', memoryGiB] =
      /^\w+\.(SMALL|MEDIUM|LARGE|(\d+)XLARGE)(\d+)$/.exec(type.name) ?? [];
    assert.equal(type.memoryMiB, Number(memoryGiB) * 1024, type.name);
    const cpu = { SMALL: 1, MEDIUM: 2, LARGE: 4 }[word] ?? Number(times) * 4;
    if (type.cpu !== cpu) exceptions.push(type.name);
  }
  assert.deepEqual(exceptions, [
    'GN8.LARGE56',
    'GN8.3XLARGE112',
    'GN7.2XLARGE40',
    'GN10Xp.2XLARGE40',
  ]);
});

test('accelerators: GPU and FPGA families have cards, the others none', () => {
  for (const type of types) {
    const isGpu = /^(G|HCCPN)/.test(type.family);
    assert.equal((type.gpu?.cards ?? 0) > 0, isGpu, type.name);
    assert.equal(type.fpgas > 0, type.family === 'FX2', type.name);
  }
});

test('the families of today are there, with types that people ask for by name', () => {
  const named = [
    ['S4.MEDIUM4', 2, 4],
    ['S6.16XLARGE256', 64, 256],
    ['S8.48XLARGE768', 192, 768],
    ['SA1.SMALL1', 1, 1],
    ['SA2.2XLARGE16', 8, 16],
    ['SA4.8XLARGE64', 32, 64],
    ['SA5.LARGE8', 4, 8],
    ['SA9.96XLARGE1152', 384, 1152],
    ['M6.16XLARGE512', 64, 512],
    ['MA5.2XLARGE64', 8, 64],
    ['C6.4XLARGE32', 16, 32],
    ['GN7.5XLARGE80', 20, 80],
    ['BF1.LARGE8', 4, 8],
    ['HCCS5.24XLARGE384', 96, 384],
  ] as const;
  for (const [name, cpu, memoryGiB] of named) {
    const type = typeNamed(name);
    assert.deepEqual([type?.cpu, type?.memoryMiB], [cpu, memoryGiB * 1024], name);
  }
  const local = typeNamed('IT5.16XLARGE256')?.localDisks;
  assert.deepEqual(local, { kind: 'ssd', count: 4, sizeGiB: 3570 });
  assert.equal(typeNamed('D3.16XLARGE256')?.localDisks?.kind, 'hdd');
});

test('S2.SMALL1 is what the answer at L20796 shows', () => {
  const type = typeNamed('S2.SMALL1');
  assert.ok(type);
  assert.equal(familyWords(type.family)?.en, 'Standard S2');
  assert.equal(type.processor, 'Intel Xeon E5-2680 v4');
  assert.equal(frequencyOf(type), '2.4GHz');
  assert.equal(type.network.mbps, 1500);
  assert.equal(type.network.packetsPerSecond, 200_000);
  assert.deepEqual(chargeTypesOf(type), ['PREPAID', 'POSTPAID_BY_HOUR', 'SPOTPAID']);
});

test('a turbo clock without a base clock is written as in the example at L37593', () => {
  const type = typeNamed('S5.LARGE4');
  assert.ok(type);
  assert.equal(frequencyOf({ ...type, clockMHz: 0 }), '-/3.1GHz');
  assert.equal(frequencyOf({ ...type, clockMHz: 0, turboMHz: 0 }), '');
});

test('CDH names spell out their size and are paid for by the host', () => {
  const type = cdhType('CDH_1C1G');
  assert.ok(type);
  assert.deepEqual([type.cpu, type.memoryMiB, type.tenancy], [1, 1024, 'dedicated-host']);
  assert.deepEqual(chargeTypesOf(type), ['CDHPAID']);
  assert.ok(tencentTypeSource.sells(type, 'shanghai-2'));
  const size = fc.integer({ min: 1, max: 9999 });
  fc.assert(
    fc.property(size, size, (cpu, memoryGiB) => {
      const found = cdhType(`CDH_${cpu}C${memoryGiB}G`);
      assert.deepEqual([found?.cpu, found?.memoryMiB], [cpu, memoryGiB * 1024]);
    }),
  );
  for (const name of ['CDH_', 'CDH_0C1G', 'CDH_01C1G', 'CDH_10000C1G', 'CDH_1C1', 'cdh_1c1g']) {
    assert.equal(cdhType(name), undefined, name);
  }
});

test('every zone of this vendor offers every type, open zones sell them', () => {
  const type = typeNamed('S5.LARGE4');
  assert.ok(type);
  const offering = zones.filter(({ name }) => offeredIn(type, name));
  assert.equal(offering.length, 54);
  const selling = zones.filter(({ name }) => tencentTypeSource.sells(type, name));
  assert.equal(selling.length, 49);
  assert.ok(tencentTypeSource.sells(type, 'shanghai-2'));
  assert.ok(!tencentTypeSource.sells(type, 'guangzhou-1'));
  assert.ok(!tencentTypeSource.sells(type, 'hangzhou-g'));
});

test('a hosted server is not sold by zone', () => {
  const type = typeNamed('CHCS5.128C384M');
  assert.ok(type && !offeredIn(type, 'guangzhou-3'));
});
