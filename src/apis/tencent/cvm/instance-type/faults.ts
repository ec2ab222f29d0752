import type { instanceTypeFaults } from '#resources/instance-type/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

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
    // Out of stock, against no host that has room for so many.
    codes: ({ reason }) => [
      reason === 'stock'
        ? 'ResourcesSoldOut.SpecifiedInstanceType'
        : 'ResourceInsufficient.SpecifiedInstanceType',
      'OperationFail.SystemBusy',
    ],
    message: ({ type, zone }) =>
      `The instance type \`${said(type)}\` is sold out in \`${said(zone)}\`.`,
  },
  belowMinimum: {
    codes: ['ResourceInsufficient.InsufficientOfferingMinimum', 'OperationFail.SystemBusy'],
    message: ({ type, zone }) =>
      `Fewer than MinCount instances of \`${said(type)}\` are available in \`${said(zone)}\`.`,
  },
  malformed: { codes: ['InvalidInstanceType.Malformed'] },
  noSuchSize: { codes: ['InvalidParameter'] },
};
