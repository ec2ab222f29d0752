import type {
  BandwidthPackage,
  Line,
  PackageCharge,
} from '#resources/bandwidth-package/bandwidth-package.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { bothWays } from '../../../both-ways.ts';

/**
 * NetworkType (https://cloud.tencent.com/document/api/215/15824#BandwidthPackage); ANYCAST is of a
 * product that is not here.
 */
export const networkTypes = bothWays({
  bgp: 'BGP',
  'bgp-premium': 'HIGH_QUALITY_BGP',
  mobile: 'SINGLEISP_CMCC',
  telecom: 'SINGLEISP_CTCC',
  unicom: 'SINGLEISP_CUCC',
} as const satisfies Readonly<Record<Line, string>>);

/** ChargeType, of the same page. */
export const packageChargeTypes = bothWays({
  'top-5': 'TOP5_POSTPAID_BY_MONTH',
  'enhanced-95': 'ENHANCED95_POSTPAID_BY_MONTH',
  'primary-traffic': 'PRIMARY_TRAFFIC_POSTPAID_BY_HOUR',
  'bandwidth-daily': 'BANDWIDTH_POSTPAID_BY_DAY',
  prepaid: 'FIXED_PREPAID_BY_MONTH',
  'peak-daily': 'PEAK_BANDWIDTH_POSTPAID_BY_DAY',
} as const satisfies Readonly<Record<PackageCharge, string>>);

/** The page has no bound for it; this one is ours. */
const MBPS_MAX = 65_535;

/** Mbps, from and to (BandwidthRange of the SDK's model). */
export const mbpsRanges: Readonly<Record<PackageCharge, readonly [number, number]>> = {
  'top-5': [1, MBPS_MAX],
  'bandwidth-daily': [50, 300],
  prepaid: [100, 5_000],
  'enhanced-95': [300, 5_000],
  'peak-daily': [50, 300],
  'primary-traffic': [50, 2_000],
};

const UNBOUNDED = -1;

/** No bound was asked for. */
export const UNSAID = 0;

/**
 * By the day it is paid for bandwidth on a common line, or for the peak on that of one provider.
 * @throws Fault where charge type, line and bandwidth do not go together
 */
export function checkPackage({
  charge,
  line,
  mbps,
}: Pick<BandwidthPackage, 'charge' | 'line' | 'mbps'>): void {
  const isOneProvider = line !== 'bgp' && line !== 'bgp-premium';
  const isCommonOnly = charge === 'bandwidth-daily' || charge === 'prepaid';
  if ((isCommonOnly && line !== 'bgp') || (charge === 'peak-daily' && !isOneProvider)) {
    throw bandwidthPackageFaults.chargeNotHere();
  }
  const [least, most] = mbpsRanges[charge];
  if ((mbps === UNBOUNDED || mbps === UNSAID) && charge !== 'prepaid') return;
  if (mbps < least || mbps > most) throw bandwidthPackageFaults.mbpsOutOfRange({ least, most });
}
