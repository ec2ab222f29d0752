import type { DedicatedHostType } from '#resources/dedicated-host/dedicated-host-type.ts';
import { tencentTypeSource } from './types.ts';

/**
 * Types of dedicated hosts (CDH). Sample data but for three: HS1 is that of seed 004 L36560-36620
 * (32 vCPUs, 96 GiB), HS50 of L36514 and L36531, HM50 of L22306-22322. No document says which
 * instances go onto which: the older ones take CDH_ types here, which spell out their own size, and
 * the newer ones those of the family that they are called after.
 */
type Row = readonly [
  name: string,
  cpu: number,
  memoryGiB: number,
  takes: 'custom' | readonly string[],
];

const rows: readonly Row[] = [
  ['HS1', 32, 96, 'custom'],
  ['HM1', 32, 256, 'custom'],
  ['HS20', 76, 320, 'custom'],
  ['HC20', 76, 160, 'custom'],
  ['HM20', 76, 640, 'custom'],
  ['HS50', 126, 320, ['S5']],
  ['HM50', 336, 700, ['M5']],
];

const SOCKETS = 2;

/** Every type of dedicated host of this vendor. */
export const tencentHostTypes: readonly DedicatedHostType[] = rows.map(
  ([name, cpu, memoryGiB, takes]) => ({
    name,
    catalogue: tencentTypeSource.catalogue,
    sockets: SOCKETS,
    cores: cpu / 2,
    cpu,
    memoryMiB: memoryGiB * 1024,
    families: takes === 'custom' ? [] : takes,
    takesCustom: takes === 'custom',
    cpuRatioMax: 1,
  }),
);
