import { zoneFaults } from '#resources/zone/faults.ts';
import type { Fault } from '#kernel/fault.ts';
import { findZone } from '#resources/region/region.ts';
import { vendorRegionName, zoneByVendorName } from '#catalogue/places.ts';

/**
 * The neutral zone of a name in a request to that region.
 * @throws zone.notInRegion where the region has none of it (seed 004 L40137)
 */
export function zoneOf(name: string, region: string): string {
  const zone = zoneByVendorName('tencent', name);
  if (zone !== undefined && isZoneOf(zone, region)) return zone;
  throw mismatch(`\`${name.slice(0, 64)}\``, region);
}

/** The same for a zone that the request's shape has already recognised. */
export function requireZone(zone: string, region: string): void {
  if (!isZoneOf(zone, region)) throw mismatch('of the request', region);
}

function isZoneOf(zone: string, region: string): boolean {
  return findZone(zone)?.region === region;
}

function mismatch(what: string, region: string): Fault {
  const name = vendorRegionName('tencent', region) ?? region;
  const message = `The zone ${what} is not one of the region \`${name}\`.`;
  return zoneFaults.notInRegion({ message });
}
