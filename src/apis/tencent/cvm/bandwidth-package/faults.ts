import type { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about packages of bandwidth (seed 004 L9545-9865). */
export const bandwidthPackageFaultWords: FaultWords<typeof bandwidthPackageFaults> = {
  codes: {
    malformed: 'InvalidParameterValue.BandwidthPackageIdMalformed',
    notFound: [
      'InvalidParameterValue.BandwidthPackageNotFound',
      'InvalidParameterValue.BandwidthPackageIdNotFound',
    ],
    notForCharge: 'UnsupportedOperation.BandwidthPackageIdNotSupported',
  },
  messages: {
    notFound: 'The bandwidth package does not exist.',
  },
};
