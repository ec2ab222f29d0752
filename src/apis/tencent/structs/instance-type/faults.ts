import type { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { ChargeType } from '#resources/instance/instance.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';
import { chargeTypes } from '../instance/words.ts';

/** Seed 004 L39943, L40253, L40237, L40261; seed 000 L553. */
export const instanceTypeFaultWords: FaultWords<typeof instanceTypeFaults> = {
  notFound: {
    codes: ['InvalidParameterValue.InstanceTypeNotFound'],
    message: ({ type }) => `The instance type \`${said(type)}\` does not exist.`,
  },
  notInZone: {
    codes: [
      'ResourceUnavailable.InstanceType',
      'InvalidParameterCombination',
      'OperationFail.SystemBusy',
    ],
    message: ({ type, zone }) =>
      `The instance type \`${said(type)}\` is not sold in \`${said(zone)}\`.`,
  },
  soldOut: {
    // L40261 the type is out of stock, L40237 fewer are left than were asked for, L39951 spot
    // instances are; for another way of charging there is the common code alone (L39612).
    codes: ({ limit, charge }) => [codeOfShortage(limit, charge), 'OperationFail.SystemBusy'],
    message: ({ type, zone, limit, charge }) =>
      limit === 'charge'
        ? `Instances paid as ${chargeName(charge)} are sold out in \`${said(zone)}\`.`
        : `The instance type \`${said(type)}\` is sold out in \`${said(zone)}\`.`,
  },
  belowMinimum: {
    codes: ['ResourceInsufficient.InsufficientOfferingMinimum', 'OperationFail.SystemBusy'],
    message: ({ type, zone }) =>
      `Fewer than MinCount instances of \`${said(type)}\` are available in \`${said(zone)}\`.`,
  },
  malformed: { codes: ['InvalidInstanceType.Malformed'] },
  noSuchSize: { codes: ['InvalidParameter'] },
};

/** `charge` is always a ChargeType in the faults of types. */
function chargeName(charge: unknown): string {
  return chargeTypes.words[charge as ChargeType];
}

function codeOfShortage(limit: unknown, charge: unknown): string {
  if (limit === 'type') return 'ResourcesSoldOut.SpecifiedInstanceType';
  if (limit !== 'charge') return 'ResourceInsufficient.SpecifiedInstanceType';
  return charge === 'spot' ? 'InvalidParameterValue.InsufficientOffering' : 'ResourceInsufficient';
}
