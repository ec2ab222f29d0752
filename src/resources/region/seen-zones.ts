import type { ReadScope } from '../scope.ts';
import { findRegion, zones } from './region.ts';

/** The zones of a region, or of all, that the asker has a name for (D14). */
export function seenZones(scope: Pick<ReadScope, 'sees'>, region?: string): readonly string[] {
  const all = region === undefined ? zones.map(({ name }) => name) : findRegion(region)?.zones;
  return (all ?? []).filter((zone) => scope.sees(zone));
}

/** Whether the asker has a name for any zone of the region, and so for the region. */
export function seesRegion(scope: Pick<ReadScope, 'sees'>, region: string): boolean {
  return findRegion(region)?.zones.some((zone) => scope.sees(zone)) ?? false;
}

/**
 * The zones of a region that a list is narrowed to: those wanted of what the asker sees. Undefined
 * where the asker sees them all and wants none in particular: then the zone narrows nothing.
 */
export function zonesListed(
  scope: Pick<ReadScope, 'sees'>,
  region: string,
  wanted: readonly string[] | undefined,
): readonly string[] | undefined {
  const seen = seenZones(scope, region);
  if (wanted !== undefined) return seen.filter((zone) => wanted.includes(zone));
  return seen.length === findRegion(region)?.zones.length ? undefined : seen;
}
