import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { integer, string } from '#wire/builders.ts';
import { vpcId } from '../listing.ts';
import { packageChargeTypes } from './words.ts';

/** BandwidthPackageId: pages that do not call it required have no other way to name one. */
export const packageMeant = {
  ...vpcId('bandwidth-package'),
  required: true,
} as const;

/** "Shorter than 60, of digits, letters and underscores"; published examples have hyphens, too. */
export const packageName = string({
  min: 1,
  max: 60,
  reasons: {
    length: bandwidthPackageFaults.nameMalformed,
    empty: bandwidthPackageFaults.nameMalformed,
  },
});

export const packageCharge = string({ values: packageChargeTypes.names });

/** -1 is as much as there is. */
export const packageMbps = integer({ min: -1 });
