import type { InstanceType } from '#resources/instance-type/instance-type.ts';

/** InstanceChargeType (seed 004 L8586-8600). */
export type InstanceChargeType =
  | 'PREPAID'
  | 'POSTPAID_BY_HOUR'
  | 'CDHPAID'
  | 'SPOTPAID'
  | 'CDCPAID';

const ofSharedHosts: readonly InstanceChargeType[] = ['PREPAID', 'POSTPAID_BY_HOUR', 'SPOTPAID'];
const ofDedicatedHosts: readonly InstanceChargeType[] = ['CDHPAID'];

/**
 * How a type may be paid for: CDH types by their host and by nothing else (L8658-8662, L37490),
 * all others in the three usual ways. CDCPAID needs a dedicated cluster, which nobody has yet.
 */
export function chargeTypesOf(type: InstanceType): readonly InstanceChargeType[] {
  return type.tenancy === 'dedicated-host' ? ofDedicatedHosts : ofSharedHosts;
}

const inGHz = (mhz: number): string => `${String(mhz / 1000)}GHz`;

/** `Frequency`: '2.4GHz' (L20826), '-/3.1GHz' (L37593) where only the turbo clock is known. */
export function frequencyOf(type: InstanceType): string {
  if (type.turboMHz === 0) return type.clockMHz === 0 ? '' : inGHz(type.clockMHz);
  return `${type.clockMHz === 0 ? '-' : inGHz(type.clockMHz)}/${inGHz(type.turboMHz)}`;
}
