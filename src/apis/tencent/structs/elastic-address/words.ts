import type {
  AddressInternet,
  AddressPrepaid,
} from '#resources/elastic-address/elastic-address.ts';
import { bothWays } from '../../../both-ways.ts';

/** InternetChargeType of an address (https://cloud.tencent.com/document/api/215/16699). */
export const addressChargeTypes = bothWays({
  traffic: 'TRAFFIC_POSTPAID_BY_HOUR',
  'bandwidth-hourly': 'BANDWIDTH_POSTPAID_BY_HOUR',
  'bandwidth-prepaid': 'BANDWIDTH_PREPAID_BY_MONTH',
  'bandwidth-package': 'BANDWIDTH_PACKAGE',
} as const satisfies Readonly<Record<AddressInternet['chargeType'], string>>);

/** The most of each, in Mbps (AllocateAddresses, InternetMaxBandwidthOut). */
export const outMbpsMax = {
  traffic: 100,
  'bandwidth-hourly': 100,
  'bandwidth-prepaid': 200,
  'bandwidth-package': 2000,
} as const;

/** AutoRenewFlag, by its number. */
export const renewals: ReadonlyArray<AddressPrepaid['renewal']> = ['manual', 'auto', 'off'];

/** RenewFlag of answers. */
export const renewFlags = bothWays({
  manual: 'NOTIFY_AND_MANUAL_RENEW',
  auto: 'NOTIFY_AND_AUTO_RENEW',
  off: 'DISABLE_NOTIFY_AND_MANUAL_RENEW',
} as const satisfies Readonly<Record<AddressPrepaid['renewal'], string>>);
