import { vendorZoneName } from '../places.ts';
import type {
  InstanceType,
  InstanceTypeSource,
  NetworkLimits,
} from '#resources/instance-type/instance-type.ts';
import { zoneWords } from './regions.ts';
import type { FamilyRow } from './families.ts';
import { familyRows as documentedRows } from './families.ts';
import { newerFamilyRows } from './newer-families.ts';

const catalogue = 'tencent';

const familyRows: readonly FamilyRow[] = [...documentedRows, ...newerFamilyRows];

/** A family as DescribeInstanceFamilyConfigs and TypeName speak of it (seed 004 L10995, L20796). */
export interface FamilyWords {
  readonly family: string;
  readonly zh: string;
  readonly en: string;
}

/** Groups of the DescribeInstanceFamilyConfigs answer that have no list of types (L11157-11188). */
const groups: readonly FamilyWords[] = [
  { family: 'CDH', zh: '独享型', en: 'Dedicated' },
  { family: 'SHARED', zh: '共享核', en: 'Shared Core' },
  { family: 'SPECIAL', zh: '特殊机型', en: 'Special' },
  { family: 'OTHER', zh: '其他', en: 'Other' },
];

/** L23733 says 高性能计算型, L36050 标准型: the answer is followed, not the example value. */
const hostedServerFamily: FamilyWords = {
  family: 'CHCS5',
  zh: '高性能计算型CHCS5',
  en: 'High Performance Computing CHCS5',
};

/** All families, in the order of the DescribeInstanceFamilyConfigs answer, its groups last. */
export const families: readonly FamilyWords[] = [
  ...familyRows.map(({ family, zh, en }) => ({ family, zh, en })),
  hostedServerFamily,
  ...groups,
];

const wordsByFamily = new Map(families.map((words) => [words.family, words] as const));

/** What a family is called, or undefined where there is none of that name. O(1). */
export function familyWords(family: string): FamilyWords | undefined {
  return wordsByFamily.get(family);
}

/** Up to 20 cloud data disks and one local one (seed 004 L8698-8706). */
const dataDisksMax = 21;

/** [vCPUs at least, interfaces, addresses of each]: sample data. */
const interfaceSteps = [
  [16, 8, 30],
  [8, 6, 20],
  [4, 4, 10],
  [0, 2, 6],
] as const;

/** S2.SMALL1 has 1.5 Gbps and 200,000 pps (L20796-20830); the slope is sample data. */
function networkOf(cpu: number): NetworkLimits {
  const [, interfacesMax, addressesPerInterfaceMax] =
    interfaceSteps.find(([cpuMin]) => cpu >= cpuMin) ?? interfaceSteps[3];
  return {
    mbps: Math.max(1500, cpu * 250),
    packetsPerSecond: Math.max(200_000, cpu * 50_000),
    queues: Math.min(16, cpu),
    interfacesMax,
    addressesPerInterfaceMax,
    ipv6AddressesPerInterfaceMax: addressesPerInterfaceMax,
  };
}

const plain = {
  catalogue,
  architecture: 'x86_64',
  tenancy: 'shared',
  needsHpcCluster: false,
  processor: '',
  clockMHz: 0,
  turboMHz: 0,
  gpu: null,
  fpgas: 0,
  localDisks: null,
  dataDisksMax,
  credits: null,
} as const;

/** vCPUs by the grammar of names: SMALL 1, MEDIUM 2, LARGE 4, kXLARGE 4k. */
function cpuOfSize(word: string): number {
  if (word === 'SMALL') return 1;
  if (word === 'MEDIUM') return 2;
  if (word === 'LARGE') return 4;
  return Number.parseInt(word, 10) * 4;
}

const sizePattern = /^((?:SMALL|MEDIUM|LARGE|\d+XLARGE))(\d+)(?:=(\d+))?(?:\/([\d.]+))?$/;

function typeOfSize(row: FamilyRow, size: string): InstanceType {
  const [, word, memoryGiB, cpuGiven, cards] = sizePattern.exec(size) ?? [];
  if (word === undefined || memoryGiB === undefined) {
    throw new Error(`${row.family} has the size '${size}', which does not follow the grammar`);
  }
  const cpu = cpuGiven === undefined ? cpuOfSize(word) : Number(cpuGiven);
  const [processor, clockMHz, turboMHz] = row.processor;
  return {
    ...plain,
    name: `${row.family}.${word}${memoryGiB}`,
    family: row.family,
    cpu,
    memoryMiB: Number(memoryGiB) * 1024,
    needsHpcCluster: row.needsHpcCluster ?? false,
    processor,
    clockMHz,
    turboMHz,
    gpu: row.gpu === undefined ? null : { ...row.gpu, cards: Number(cards) },
    fpgas: row.hasFpga === undefined ? 0 : Number(cards),
    localDisks:
      row.localDisk === undefined ? null : { ...row.localDisk, count: Number(cards ?? 1) },
    network: networkOf(cpu),
  };
}

/**
 * CHCS5.128C384M has 64 vCPUs and 256 GiB in the answer (L23727-23795), whatever its name says; of
 * CHCS5.128C256M only the name is known (L36040).
 */
const hostedServers: readonly InstanceType[] = (
  [
    ['CHCS5.128C384M', 64, 256],
    ['CHCS5.128C256M', 128, 256],
  ] as const
).map(([name, cpu, memoryGiB]) => ({
  ...plain,
  name,
  family: hostedServerFamily.family,
  cpu,
  memoryMiB: memoryGiB * 1024,
  tenancy: 'hosted-server',
  network: networkOf(cpu),
}));

let types: readonly InstanceType[] | undefined;

/** Every type that has a row, family by family; built on the first call. */
export function tencentInstanceTypes(): readonly InstanceType[] {
  types ??= [
    ...familyRows.flatMap((row) => row.sizes.split(' ').map((size) => typeOfSize(row, size))),
    ...hostedServers,
  ];
  return types;
}

/** At most four digits each, so that no name can ask for more than 9999 vCPUs or 9999 GiB. */
const cdhPattern = /^CDH_([1-9]\d{0,3})C([1-9]\d{0,3})G$/;

/**
 * The type that a name such as CDH_1C1G spells out: vCPUs and GiB on a dedicated host (seed 004
 * L8658-8662); undefined where it does not.
 */
export function cdhType(name: string): InstanceType | undefined {
  const [, cpu, memoryGiB] = cdhPattern.exec(name) ?? [];
  if (cpu === undefined || memoryGiB === undefined) return undefined;
  return {
    ...plain,
    name,
    family: 'CDH',
    cpu: Number(cpu),
    memoryMiB: Number(memoryGiB) * 1024,
    tenancy: 'dedicated-host',
    network: networkOf(Number(cpu)),
  };
}

/**
 * Whether a zone (neutral name) offers a type, be it sold out or not. The documents name no family
 * that some zone does without, so every zone offers all of them; only what comes with a physical
 * server of one's own is not sold by zone.
 */
export function offeredIn(type: InstanceType, zone: string): boolean {
  return type.tenancy !== 'hosted-server' && vendorZoneName('tencent', zone) !== undefined;
}

function sells(type: InstanceType, zone: string): boolean {
  const zoneName = vendorZoneName('tencent', zone) ?? '';
  return offeredIn(type, zone) && zoneWords(zoneName)?.state === 'AVAILABLE';
}

/** Tencent's types as the domain sees them; a zone that is closed sells nothing. */
export const tencentTypeSource: InstanceTypeSource = {
  catalogue,
  types: tencentInstanceTypes,
  typeByRule: cdhType,
  sells,
};
