/**
 * Tencent's instance families: what the pages call them, which sizes they have, what they run on.
 *
 * Sources, seed 004: the twenty families of the DescribeInstanceFamilyConfigs answer with their
 * Chinese names, in its order, L10995-11188; S5 L37520, SA2 L17250, SA3 L37456, HCCPNV4ane L35344,
 * CHCS5 L23727-23795, BC1 and BS1 L13847; S6 of today's samples. Processor and clock of S2 and the
 * form of the English names L20796-20830, processor of S5 L37563. Every size that the documents
 * name is there, with the line that names it in catalogue.test.ts; other sizes, processors and
 * English names are sample data.
 */

/** [processor, base MHz, turbo MHz] */
type Processor = readonly [string, number, number];

const e5v3: Processor = ['Intel Xeon E5-2670 v3', 2300, 0];
const e5v4: Processor = ['Intel Xeon E5-2680 v4', 2400, 0];
const skylake: Processor = ['Intel Xeon Skylake 6133', 2500, 0];
const cascadeLake: Processor = ['Intel Xeon Cascade Lake 8255C', 2500, 3100];
const iceLake: Processor = ['Intel Xeon Ice Lake', 2700, 3300];
const rome: Processor = ['AMD EPYC ROME', 2600, 3300];
const milan: Processor = ['AMD EPYC Milan', 2550, 3400];

/**
 * Sizes are names without the family. `=6` after one says its vCPUs where the name does not follow
 * the grammar, `/2` how many GPU or FPGA cards, or local disks, it has.
 */
export interface FamilyRow {
  readonly family: string;
  readonly zh: string;
  readonly en: string;
  readonly sizes: string;
  readonly processor: Processor;
  readonly gpu?: { readonly model: string; readonly memoryGiBPerCard: number };
  readonly hasFpga?: true;
  readonly localDisk?: { readonly kind: 'hdd' | 'ssd'; readonly sizeGiB: number };
  readonly needsHpcCluster?: true;
}

const small = 'SMALL1 SMALL2 SMALL4 MEDIUM2 MEDIUM4 MEDIUM8';
const standard = `${small} LARGE4 LARGE8 LARGE16 2XLARGE16 2XLARGE32 4XLARGE32 4XLARGE64`;
const memory = 'SMALL8 MEDIUM16 LARGE32 2XLARGE64 4XLARGE128';
const compute = 'LARGE8 LARGE16 2XLARGE16 2XLARGE32 4XLARGE32 4XLARGE64 8XLARGE64';

export const familyRows: readonly FamilyRow[] = [
  { family: 'S1', zh: '标准型S1', en: 'Standard S1', sizes: standard, processor: e5v3 },
  {
    family: 'N1',
    zh: '网络优化型N1',
    en: 'Network Optimized N1',
    sizes: 'MEDIUM4 LARGE8 2XLARGE16 4XLARGE32',
    processor: e5v3,
  },
  {
    family: 'I1',
    zh: '高IO型I1',
    en: 'High IO I1',
    // No others: the document's answer for ap-guangzhou-2 is this family in full (L11349-11470).
    sizes: 'MEDIUM4 MEDIUM8 MEDIUM16 LARGE8',
    processor: e5v3,
    localDisk: { kind: 'ssd', sizeGiB: 500 },
  },
  { family: 'M1', zh: '内存型M1', en: 'Memory M1', sizes: memory, processor: e5v3 },
  { family: 'S2', zh: '标准型S2', en: 'Standard S2', sizes: standard, processor: e5v4 },
  {
    family: 'SN2',
    zh: '标准型SN2',
    en: 'Standard Network Optimized SN2',
    sizes: standard,
    processor: e5v4,
  },
  {
    family: 'I2',
    zh: '高IO型I2',
    en: 'High IO I2',
    sizes: 'LARGE8 LARGE16 2XLARGE32 4XLARGE64',
    processor: e5v4,
    localDisk: { kind: 'ssd', sizeGiB: 750 },
  },
  { family: 'M2', zh: '内存型M2', en: 'Memory M2', sizes: memory, processor: e5v4 },
  { family: 'C2', zh: '计算型C2', en: 'Compute C2', sizes: compute, processor: e5v4 },
  { family: 'CN2', zh: '计算型CN2', en: 'Compute CN2', sizes: compute, processor: e5v4 },
  { family: 'S3', zh: '标准型S3', en: 'Standard S3', sizes: standard, processor: skylake },
  { family: 'C3', zh: '计算型C3', en: 'Compute C3', sizes: compute, processor: skylake },
  {
    family: 'FX2',
    zh: 'FPGA型FX2',
    en: 'FPGA FX2',
    sizes: '2XLARGE60/1 4XLARGE120/2',
    processor: e5v4,
    hasFpga: true,
  },
  {
    family: 'GN2',
    zh: 'GPU计算型GN2',
    en: 'GPU Compute GN2',
    sizes: '7XLARGE56/1 14XLARGE112/2',
    processor: e5v4,
    gpu: { model: 'NVIDIA Tesla M40', memoryGiBPerCard: 24 },
  },
  {
    family: 'GA2',
    zh: 'GPU渲染型GA2',
    en: 'GPU Rendering GA2',
    sizes: '2XLARGE40/0.25 4XLARGE80/0.5',
    processor: e5v4,
    gpu: { model: 'AMD S7150', memoryGiBPerCard: 8 },
  },
  {
    family: 'GN8',
    zh: 'GPU计算型GN8',
    en: 'GPU Compute GN8',
    sizes: 'LARGE56=6/1 3XLARGE112=14/2 7XLARGE224/4 14XLARGE448/8',
    processor: e5v4,
    gpu: { model: 'NVIDIA Tesla P40', memoryGiBPerCard: 24 },
  },
  {
    family: 'S5',
    zh: '标准型S5',
    en: 'Standard S5',
    sizes: `${standard} 8XLARGE64 8XLARGE128 12XLARGE96 12XLARGE128 12XLARGE192 16XLARGE256`,
    processor: cascadeLake,
  },
  {
    family: 'SA2',
    zh: '标准型SA2',
    en: 'Standard SA2',
    sizes: `${standard} 8XLARGE64 8XLARGE128 16XLARGE128 16XLARGE256`,
    processor: rome,
  },
  {
    family: 'SA3',
    zh: '标准型SA3',
    en: 'Standard SA3',
    sizes: `${standard} 8XLARGE64 8XLARGE128 16XLARGE128 16XLARGE256`,
    processor: milan,
  },
  {
    family: 'S6',
    zh: '标准型S6',
    en: 'Standard S6',
    sizes: `${standard} 8XLARGE64 8XLARGE128 12XLARGE192 16XLARGE128 16XLARGE256`,
    processor: iceLake,
  },
  {
    family: 'BC1',
    zh: '批量计算型BC1',
    en: 'Batch Compute BC1',
    sizes: 'LARGE8 2XLARGE16 4XLARGE32',
    processor: e5v4,
  },
  {
    family: 'BS1',
    zh: '批量计算型BS1',
    en: 'Batch Compute BS1',
    sizes: 'LARGE16 2XLARGE32 4XLARGE64',
    processor: e5v4,
  },
  {
    family: 'HCCPNV4ane',
    zh: '高性能计算集群型HCCPNV4ane',
    en: 'High Performance Computing Cluster HCCPNV4ane',
    sizes: '58XLARGE1929/8',
    processor: milan,
    gpu: { model: 'NVIDIA A100', memoryGiBPerCard: 80 },
    needsHpcCluster: true,
  },
];
