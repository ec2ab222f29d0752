import type { FamilyRow } from './families.ts';

/**
 * Families that came after those of the documents' answers, as today's models and samples name
 * them: what the vendor's page of types lists
 * (https://cloud.tencent.com/document/product/213/11518).
 * Names, sizes, processors and clocks are sample data; see families.ts for the form of a row.
 */

const cascadeLake = ['Intel Xeon Cascade Lake 8255C', 2500, 3100] as const;
const cooperLake = ['Intel Xeon Cooper Lake', 3400, 3800] as const;
const iceLake = ['Intel Xeon Ice Lake', 2700, 3300] as const;
const sapphireRapids = ['Intel Xeon Sapphire Rapids', 2600, 3100] as const;
const skylake = ['Intel Xeon Skylake 6133', 2500, 0] as const;
const naples = ['AMD EPYC 7551', 2000, 3000] as const;
const rome = ['AMD EPYC ROME', 2600, 3300] as const;
const milan = ['AMD EPYC Milan', 2550, 3400] as const;
const genoa = ['AMD EPYC Genoa', 2600, 3700] as const;
const bergamo = ['AMD EPYC Bergamo', 2250, 3100] as const;

const small = 'SMALL1 SMALL2 SMALL4 MEDIUM2 MEDIUM4 MEDIUM8';
const twoToOne = 'LARGE8 2XLARGE16 4XLARGE32 8XLARGE64 16XLARGE128';
const fourToOne = 'LARGE16 2XLARGE32 4XLARGE64 8XLARGE128 16XLARGE256';
const eightToOne = 'MEDIUM16 LARGE32 2XLARGE64 4XLARGE128 8XLARGE256 16XLARGE512';
const standard = `${small} LARGE4 ${twoToOne} ${fourToOne}`;

/** A family of which only sizes and processor are told apart. */
function plain(
  family: string,
  [zh, en]: readonly [string, string],
  [sizes, processor]: readonly [string, FamilyRow['processor']],
): FamilyRow {
  return { family, zh: `${zh}${family}`, en: `${en} ${family}`, sizes, processor };
}

function withGpu(
  family: string,
  gpu: NonNullable<FamilyRow['gpu']>,
  [sizes, processor]: readonly [string, FamilyRow['processor']],
): FamilyRow {
  return { ...plain(family, ['GPU计算型', 'GPU Compute'], [sizes, processor]), gpu };
}

const general = ['标准型', 'Standard'] as const;
const memory = ['内存型', 'Memory'] as const;
const compute = ['计算型', 'Compute'] as const;
const highIo = ['高IO型', 'High IO'] as const;
const bigData = ['大数据型', 'Big Data'] as const;
const cluster = ['高性能计算集群型', 'High Performance Computing Cluster'] as const;

const nvme = { kind: 'ssd', sizeGiB: 3570 } as const;
const hdd = { kind: 'hdd', sizeGiB: 11_176 } as const;

/** In the order of the page: by purpose, then by generation. */
export const newerFamilyRows: readonly FamilyRow[] = [
  plain('S4', general, [`${small} LARGE8 LARGE16 2XLARGE16 2XLARGE32 4XLARGE32`, skylake]),
  plain('S8', general, [`${standard} 24XLARGE384 48XLARGE768`, sapphireRapids]),
  plain('SA1', general, [`${small} LARGE8 LARGE16 2XLARGE16 2XLARGE32 4XLARGE32`, naples]),
  plain('SA4', general, [`${standard} 32XLARGE512 48XLARGE768`, genoa]),
  plain('SA5', general, [`${standard} 32XLARGE512 48XLARGE768`, bergamo]),
  plain('SA9', general, [`${standard} 48XLARGE576 96XLARGE1152`, bergamo]),
  plain('M3', memory, [eightToOne, skylake]),
  plain('M4', memory, [eightToOne, skylake]),
  plain('M5', memory, [eightToOne, cascadeLake]),
  plain('M6', memory, [eightToOne, iceLake]),
  plain('M8', memory, [`${eightToOne} 32XLARGE1024`, sapphireRapids]),
  plain('MA2', memory, [eightToOne, rome]),
  plain('MA3', memory, [eightToOne, milan]),
  plain('MA5', memory, [`${eightToOne} 32XLARGE1024`, bergamo]),
  plain('C4', compute, [`${twoToOne} ${fourToOne}`, cascadeLake]),
  plain('C5', compute, [`${twoToOne} ${fourToOne}`, cooperLake]),
  plain('C6', compute, [`${twoToOne} ${fourToOne}`, iceLake]),
  plain('CN3', compute, [twoToOne, skylake]),
  {
    ...plain('I3', highIo, ['LARGE16/1 2XLARGE32/1 4XLARGE64/2 8XLARGE128/4', skylake]),
    localDisk: { kind: 'ssd', sizeGiB: 894 },
  },
  {
    ...plain('IT3', highIo, ['4XLARGE64/1 8XLARGE128/2 16XLARGE256/4', skylake]),
    localDisk: nvme,
  },
  {
    ...plain('IT5', highIo, ['4XLARGE64/1 8XLARGE128/2 16XLARGE256/4', cascadeLake]),
    localDisk: nvme,
  },
  {
    ...plain('D1', bigData, ['2XLARGE32/2 4XLARGE64/4 6XLARGE96/6 8XLARGE128/8', skylake]),
    localDisk: { kind: 'hdd', sizeGiB: 3720 },
  },
  {
    ...plain('D2', bigData, ['2XLARGE32/1 4XLARGE64/3 6XLARGE96/5 8XLARGE128/6', skylake]),
    localDisk: hdd,
  },
  {
    ...plain('D3', bigData, ['2XLARGE32/2 4XLARGE64/4 8XLARGE128/8 16XLARGE256/12', cascadeLake]),
    localDisk: hdd,
  },
  withGpu('GN6', { model: 'NVIDIA Tesla P40', memoryGiBPerCard: 24 }, [
    '7XLARGE48/1 14XLARGE96/2',
    skylake,
  ]),
  withGpu('GN6S', { model: 'NVIDIA Tesla P4', memoryGiBPerCard: 8 }, [
    'LARGE20/1 2XLARGE40/2',
    skylake,
  ]),
  withGpu('GN7', { model: 'NVIDIA T4', memoryGiBPerCard: 16 }, [
    'LARGE20/0.25 2XLARGE40=10/0.5 2XLARGE32/1 5XLARGE80/1 8XLARGE128/1 ' +
      '10XLARGE160/2 20XLARGE320/4',
    cascadeLake,
  ]),
  withGpu('GN10X', { model: 'NVIDIA Tesla V100', memoryGiBPerCard: 32 }, [
    '2XLARGE40/1 9XLARGE160/4 18XLARGE320/8',
    skylake,
  ]),
  withGpu('GN10Xp', { model: 'NVIDIA Tesla V100', memoryGiBPerCard: 32 }, [
    '2XLARGE40=10/1 5XLARGE80/2 10XLARGE160/4 20XLARGE320/8',
    cascadeLake,
  ]),
  plain('BF1', ['批量计算型', 'Batch Compute'], ['LARGE8 2XLARGE16 4XLARGE32 8XLARGE64', skylake]),
  {
    ...plain('HCCIC5', cluster, ['24XLARGE384', cascadeLake]),
    needsHpcCluster: true,
  },
  {
    ...plain('HCCS5', cluster, ['24XLARGE384', cascadeLake]),
    needsHpcCluster: true,
  },
];
