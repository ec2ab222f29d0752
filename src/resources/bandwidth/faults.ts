import { defineFaults } from '#kernel/fault.ts';

/** Why the bandwidth of an instance cannot be changed or shown. */
export const bandwidthFaults = defineFaults('bandwidth', {
  outOfRange: 'The instance may not have that bandwidth. Detail: limit.',
  mixedChargeTypes: 'The bandwidth of the instances of one call is not charged alike.',
  oneAtATime: 'Bandwidth that is charged in that way is changed for one instance at a time.',
  chargeTypeFixed: 'The way in which bandwidth is charged is not changed here. Detail: instance.',
  notPaidInAdvance: 'The bandwidth of the instance is not paid in advance. Detail: instance.',
  addressNotHere: 'Whether there is a public address is said at the launch.',
  periodMissing: 'Bandwidth that is paid in advance needs a first and a last day.',
  periodNotForCharge: 'Bandwidth that is paid by use has no first and no last day.',
  periodNotAllowed: 'The days are past, in the wrong order, or behind the end of the instance.',
  cannotShrink: 'Bandwidth that is paid in advance does not shrink. Detail: limit.',
  tooManyPeriods: 'The bandwidth of the instance was changed too often. Detail: limit.',
});
