import type { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { StockLeft } from '#resources/instance/stock.ts';
import type { ChargeType } from '#resources/instance/instance.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';
import { chargeTypes } from '../instance/words.ts';

/** Seed 004 L39943, L40253, L40237, L40261; seed 000 L553. */
export const instanceTypeFaultWords: FaultWords<typeof instanceTypeFaults> = {
  codes: {
    notFound: 'InvalidParameterValue.InstanceTypeNotFound',
    notInZone: [
      'ResourceUnavailable.InstanceType',
      'InvalidParameterCombination',
      'OperationFail.SystemBusy',
    ],
    // L40261 the type is out of stock, L40237 fewer are left than were asked for, L39951 spot
    // instances are; for another way of charging there is the common code alone (L39612).
    soldOut: ({ limit, charge }) => [codeOfShortage(limit, charge), 'OperationFail.SystemBusy'],
    belowMinimum: ['ResourceInsufficient.InsufficientOfferingMinimum', 'OperationFail.SystemBusy'],
    malformed: 'InvalidInstanceType.Malformed',
    noSuchSize: 'InvalidParameter',
  },
  messages: {
    notFound: 'The instance type `{type}` does not exist.',
    notInZone: 'The instance type `{type}` is not sold in `{zone}`.',
    soldOut: ({ type, zone, limit, charge }) =>
      limit === 'charge'
        ? `Instances paid as ${chargeName(charge)} are sold out in \`${said(zone)}\`.`
        : `The instance type \`${said(type)}\` is sold out in \`${said(zone)}\`.`,
    belowMinimum: 'Fewer than MinCount instances of `{type}` are available in `{zone}`.',
  },
};

/** `charge` is always a ChargeType in the faults of types. */
function chargeName(charge: unknown): string {
  return chargeTypes.words[charge as ChargeType];
}

/** SoldOutReason of what is not left: the code that a launch is refused with (L37548). */
export function soldOutReason(limit: StockLeft['limits'], charge: ChargeType): string {
  if (limit === 'zone') return 'ResourceInsufficient.AvailabilityZoneSoldOut';
  return codeOfShortage(limit, charge);
}

function codeOfShortage(limit: unknown, charge: unknown): string {
  if (limit === 'type') return 'ResourcesSoldOut.SpecifiedInstanceType';
  if (limit !== 'charge') return 'ResourceInsufficient.SpecifiedInstanceType';
  return charge === 'spot' ? 'InvalidParameterValue.InsufficientOffering' : 'ResourceInsufficient';
}
