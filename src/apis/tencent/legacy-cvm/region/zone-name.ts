import { vendorZoneName } from '#catalogue/places.ts';
import { zoneWords } from '#catalogue/tencent/regions.ts';

/** What a neutral zone is called; this generation speaks Chinese alone (seed 004 L51857). */
export function zoneNameOf(zone: string): string {
  return zoneWords(vendorZoneName('tencent', zone) ?? '')?.name.zh ?? zone;
}
