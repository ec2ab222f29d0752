import { defineFaults } from '#kernel/fault.ts';

/** Why an instance is not paid in another way from now on. */
export const chargeChangeFaults = defineFaults('charge-change', {
  already: 'The instance is paid in that way already. Detail: instance.',
  fixed: 'An instance that is paid as spot, or with its host, stays so. Detail: instance.',
  familyFixed: 'Instances of the family are paid in one way alone. Detail: instance, family.',
  periodMissing: 'For how long it is paid in advance is not said.',
  zonesDiffer: 'The instances are in several zones.',
  tooMuchBandwidth: 'So much bandwidth is not sold in that way. Detail: instance, limit.',
});
