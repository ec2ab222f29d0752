import { ipv6BandwidthTable } from '#store/schema/ipv6-bandwidth.ts';
import { noun } from '../noun.ts';
import { ipv6BandwidthFaults } from './faults.ts';

/** What lets an IPv6 address reach the internet. */
export const ipv6BandwidthNoun = noun({
  name: 'ipv6-bandwidth',
  tables: { ipv6_bandwidths: ipv6BandwidthTable },
  onReset: 'goes',
  faults: ipv6BandwidthFaults,
  hasIds: true,
  tagged: 'ipv6_bandwidths',
});
