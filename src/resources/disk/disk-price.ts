import type { PriceLine } from '#pricing/quote.ts';
import { diskLine, type PricedDisk, throughputLines } from '../price/lines.ts';
import type { ReadScope } from '../scope.ts';
import type { DiskDoc } from './disk.ts';

/** Under which name a disk keeps what it does beyond what it is sold for, in MiB a second. */
export const THROUGHPUT = 'ThroughputPerformance';

/** What a disk is made of that costs: its size, and what it does beyond what that is sold for. */
export function diskParts(
  scope: Pick<ReadScope, 'cloud'>,
  disk: PricedDisk & { readonly doc: DiskDoc },
  { count = 1, mibs = Number(disk.doc.own?.[THROUGHPUT] ?? 0) } = {},
): readonly PriceLine[] {
  return [diskLine(scope, disk, count), ...throughputLines(mibs, count)];
}
