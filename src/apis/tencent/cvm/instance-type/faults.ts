import type { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { ChargeType } from '#resources/instance/instance.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';
import { chargeTypeWords } from '../instance/words.ts';

/** Seed 004 L39943, L40253, L40237, L40261; seed 000 L553. */
export const instanceTypeFaultWords: FaultWords<typeof instanceTypeFaults> = {
  notFound: {
    code: 'InvalidParameterValue.InstanceTypeNotFound',
    message: ({ type }) => `The instance type \`${said(type)}\` does not exist.`,
  },
  notInZone: {
    code: 'ResourceUnavailable.InstanceType',
    message: ({ type, zone }) =>
      `The instance type \`${said(type)}\` is not sold in \`${said(zone)}\`.`,
  },
  soldOut: {
    // L40261 the type is out of stock, L40237 fewer are left than were asked for, L39951 spot
    // instances are; for another way of charging there is the common code alone (L39612).
    code: ({ limit, charge }) => {
      if (limit === 'type') return 'ResourcesSoldOut.SpecifiedInstanceType';
      if (limit !== 'charge') return 'ResourceInsufficient.SpecifiedInstanceType';
      const isSpot = charge === 'spot';
      return isSpot ? 'InvalidParameterValue.InsufficientOffering' : 'ResourceInsufficient';
    },
    message: ({ type, zone, limit, charge }) =>
      limit === 'charge'
        ? `Instances paid as ${chargeName(charge)} are sold out in \`${said(zone)}\`.`
        : `The instance type \`${said(type)}\` is sold out in \`${said(zone)}\`.`,
  },
  belowMinimum: {
    code: 'ResourceInsufficient.InsufficientOfferingMinimum',
    message: ({ type, zone }) =>
      `Fewer than MinCount instances of \`${said(type)}\` are available in \`${said(zone)}\`.`,
  },
};

/** `charge` is always a ChargeType in the faults of types. */
function chargeName(charge: unknown): string {
  return chargeTypeWords[charge as ChargeType];
}
