import type { Disk } from '#resources/disk/disk.ts';
import { diskLine, throughputLines } from '#resources/price/lines.ts';
import type { Price } from '#resources/price/price.ts';
import type { ReadScope } from '#resources/scope.ts';
import { each } from '#wire/overlay.ts';
import { ownOfDisk } from '../../structs/instance/own.ts';
import { priceFields, shownPrice } from './shown-price.ts';

/** What a disk is made of that costs: its size, and what it does beyond what that is sold for. */
export function linesOfDisk(scope: Pick<ReadScope, 'cloud'>, disk: Disk, mibs?: number) {
  const throughput = mibs ?? ownOfDisk(disk).ThroughputPerformance;
  return [diskLine(scope, disk, 1), ...throughputLines(throughput, 1)];
}

/** DiskPrice of an answer. */
export const diskPriceShape = { fields: each(priceFields, { nullable: true }) } as const;

/** DiskPrice, with no details: no document says what its items are called. */
export function shownPrepayPrice(price: Price) {
  return { ...shownPrice(price), DetailPrices: [] };
}
