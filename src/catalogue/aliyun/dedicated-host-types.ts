import type { DedicatedHostType } from '#resources/dedicated-host/dedicated-host-type.ts';
import { aliyunTypeSource } from './types.ts';

/**
 * Types of dedicated hosts (DDH). Sample data but for ddh.r6, whose figures and families are those
 * of the page of DescribeDedicatedHosts
 * (https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describededicatedhosts), and ddh.c6s, of which that of DescribeDedicatedHostTypes
 * tells; a type that sells its processors more than once takes the families that its plain
 * neighbour takes, since no custom type is here.
 */
type Row = readonly [
  name: string,
  cores: number,
  memoryGiB: number,
  families: readonly string[],
  cpuRatioMax?: number,
];

const sixth = ['ecs.c6', 'ecs.g6', 'ecs.r6'];
const RATIO_MAX = 5;

const rows: readonly Row[] = [
  ['ddh.c5', 32, 160, ['ecs.c5', 'ecs.g5', 'ecs.r5']],
  ['ddh.g5', 32, 320, ['ecs.c5', 'ecs.g5', 'ecs.r5']],
  ['ddh.r5', 32, 480, ['ecs.c5', 'ecs.g5', 'ecs.r5']],
  ['ddh.c6', 52, 192, sixth],
  ['ddh.g6', 52, 384, sixth],
  ['ddh.r6', 52, 768, sixth],
  ['ddh.c6s', 52, 180, sixth, RATIO_MAX],
  ['ddh.g6s', 52, 372, sixth, RATIO_MAX],
  ['ddh.r6s', 52, 744, sixth, RATIO_MAX],
  ['ddh.g7', 64, 512, ['ecs.c7', 'ecs.g7', 'ecs.r7']],
];

const SOCKETS = 2;

/** Every type of dedicated host of this vendor: two threads for each core. */
export const aliyunHostTypes: readonly DedicatedHostType[] = rows.map(
  ([name, cores, memoryGiB, families, cpuRatioMax = 1]) => ({
    name,
    catalogue: aliyunTypeSource.catalogue,
    sockets: SOCKETS,
    cores,
    cpu: cores * 2,
    memoryMiB: memoryGiB * 1024,
    families,
    takesCustom: false,
    cpuRatioMax,
  }),
);
