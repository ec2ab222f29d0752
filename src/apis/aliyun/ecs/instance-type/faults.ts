import type { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** What is said of all that is out of stock (seeds 002, 003). */
export const soldOut =
  'The requested resource is sold out in the specified zone; ' +
  'try other types of resources or other regions and zones.';

/**
 * The refusals about types on the pages that launch instances (seeds 001 to 003). Of the statuses
 * 400, 403 and 404 that they list for an unknown type, 404 would tell Terraform that a resource is
 * gone.
 */
export const instanceTypeFaultWords: FaultWords<typeof instanceTypeFaults> = {
  codes: {
    notFound: 'InvalidInstanceType.ValueNotSupported',
    notInZone: [
      'InvalidInstanceType.ZoneNotSupported 403',
      'InvalidInstanceType.ValueNotSupported 403',
      'InvalidInstanceType.ValueNotSupported',
    ],
    soldOut: ['OperationDenied.NoStock 403', 'OperationDenied 403', 'PriceNotFound'],
    belowMinimum: 'OperationDenied.NoStock 403',
  },
  messages: {
    notFound: 'The specified InstanceType does not exist or beyond the permitted range: {type}.',
    notInZone: 'The specified zone does not support this instancetype.',
    soldOut,
    belowMinimum: soldOut,
  },
};
