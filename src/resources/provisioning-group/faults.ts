import { defineFaults } from '#kernel/fault.ts';

/** What is refused of groups that deliver instances over several types and zones. */
export const provisioningGroupFaults = defineFaults('provisioning-group', {
  notFound: 'There is no such group. Detail: provisioning-group.',
  nameMalformed: 'A group may not have that name.',
  policyUnknown: 'There is no such policy on what is too much.',
  capacityMalformed: 'That is no capacity of a group.',
  capacityConflict: 'The parts of a capacity are together more than all of it.',
  poolsMissing: 'A group has to say of which types, and where, its instances are.',
  priceMissing: 'A configuration has to say what a spot instance may cost.',
  launchMissing: 'A group launches from a template, or from what is given with it.',
  continuousNotServed: 'Groups deliver once here.',
  laterNotServed: 'Groups deliver at once here.',
  capacityFixed: 'A group that delivers once keeps its capacity. Detail: provisioning-group.',
  tokenUsed: 'The token was used for another group.',
});
