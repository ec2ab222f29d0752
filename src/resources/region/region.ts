import { zoneSuffixesByRegion } from './regions.ts';

/** A place with zones. `zones` are neutral zone names in the order of the catalogue. */
export interface Region {
  readonly name: string;
  readonly zones: readonly string[];
}

/** A zone belongs to exactly one region. */
export interface Zone {
  readonly name: string;
  readonly region: string;
}

const regionsByName = new Map<string, Region>();
const zonesByName = new Map<string, Zone>();
for (const [name, suffixes] of Object.entries(zoneSuffixesByRegion)) {
  const zones = suffixes.split(' ').map((suffix) => `${name}-${suffix}`);
  regionsByName.set(name, { name, zones });
  for (const zone of zones) zonesByName.set(zone, { name: zone, region: name });
}

/** Every region, in the order of the catalogue. */
export const regions: readonly Region[] = [...regionsByName.values()];

/** Every zone, region by region. */
export const zones: readonly Zone[] = [...zonesByName.values()];

/** The region of a neutral name, or undefined. O(1). */
export function findRegion(name: string): Region | undefined {
  return regionsByName.get(name);
}

/** The zone of a neutral name, or undefined. O(1). */
export function findZone(name: string): Zone | undefined {
  return zonesByName.get(name);
}
