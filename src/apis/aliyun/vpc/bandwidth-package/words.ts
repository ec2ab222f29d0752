import type { Line, PackageCharge } from '#resources/bandwidth-package/bandwidth-package.ts';
import { bothWays } from '../../../both-ways.ts';

// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createcommonbandwidthpackage

/** ISP; the lines of a second kind (…_L2) and those for banks are not here. */
export const ispWords = bothWays({
  bgp: 'BGP',
  'bgp-premium': 'BGP_PRO',
  telecom: 'ChinaTelecom',
  unicom: 'ChinaUnicom',
  mobile: 'ChinaMobile',
} as const satisfies Readonly<Record<Line, string>>);

/** InternetChargeType of a new package; the page names the last, today's SDK the others. */
export const chargesAsked = {
  PayByBandwidth: 'bandwidth-daily',
  PayBy95: 'enhanced-95',
  PayByDominantTraffic: 'primary-traffic',
  PayByTraffic: 'primary-traffic',
} as const satisfies Readonly<Record<string, PackageCharge>>;

/** InternetChargeType as it is shown. */
export const chargesShown: Readonly<Record<PackageCharge, string>> = {
  'bandwidth-daily': 'PayByBandwidth',
  'peak-daily': 'PayByBandwidth',
  prepaid: 'PayByBandwidth',
  'enhanced-95': 'PayBy95',
  'top-5': 'PayBy95',
  'primary-traffic': 'PayByDominantTraffic',
};
