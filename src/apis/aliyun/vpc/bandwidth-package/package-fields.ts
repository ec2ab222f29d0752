import type { Key } from '#kernel/key.ts';
import type { WriteContext } from '#apis/context.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { string } from '#wire/builders.ts';

const NO_ADDRESS = /^(?!https?:\/\/)/;

export const packageName = string({
  max: 128,
  pattern: NO_ADDRESS,
  reasons: bandwidthPackageFaults.nameMalformed,
});
export const packageDescription = string({
  max: 256,
  pattern: NO_ADDRESS,
  reasons: bandwidthPackageFaults.descriptionMalformed,
});

const MBPS_MIN = 1;
const MBPS_MAX = 1_000;

/** Bandwidth, in Mbit/s, which is a text on one of the pages. @throws Fault where it is none */
export function mbpsOf(asked: number | string): number {
  const mbps = Number(asked);
  if (Number.isInteger(mbps) && mbps >= MBPS_MIN && mbps <= MBPS_MAX) return mbps;
  throw bandwidthPackageFaults.mbpsOutOfRange({ least: MBPS_MIN, most: MBPS_MAX });
}

/** The package of a request, in its region. */
export function packageNamed(
  { region }: Pick<WriteContext, 'region'>,
  key: Key<'bandwidth-package'>,
) {
  return { package: key, region };
}
