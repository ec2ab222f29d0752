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
