import { defineFaults } from '#kernel/fault.ts';

export const instanceFaults = defineFaults('instance', {
  notFound: 'There is no such instance here. Detail: instance.',
  wrongState: 'The instance is in a state that forbids it. Detail: instance, state.',
  faulty: 'Its machine cannot be reached, or is gone. Detail: instance, fault.',
  inProgress: 'An operation on the instance is under way. Detail: instance, operation, same.',
  stoppedWithoutCharge: 'It is stopped without charge, which forbids it. Detail: instance.',
  paidInAdvance: 'The instance is paid in advance, which forbids it. Detail: instance.',
  releaseScheduled: 'The instance is going to be released by a timer. Detail: instance.',
  tooManyGroups: 'The instance can be in no more security groups. Detail: instance, limit.',
  inGroupAlready: 'The instance is in the security group. Detail: instance, security-group.',
  notInGroup: 'The instance is not in the security group. Detail: instance, security-group.',
  lastGroup: 'The instance would be in no security group. Detail: instance, security-group.',
  mixedChargeTypes: 'The instances of one call are not charged alike.',
  notPrepaid: 'The instance is not paid in advance. Detail: instance.',
  hibernationOff: 'The instance was not made to hibernate. Detail: instance.',
  protected: 'The instance is protected against release. Detail: instance.',
  needsForce: 'A running instance is released by force only. Detail: instance.',
  notExpired: 'An instance paid in advance is kept until it expires. Detail: instance.',
  quotaExceeded:
    'The account may have no more instances in the zone. Detail: zone, charge, limit, used.',
  zoneSoldOut:
    'Nothing new is sold in the zone. Detail: zone, limit: its stock (zone) or its hosts (host).',
  publicAddressesExhausted: 'There are fewer free public addresses than are needed.',
  zoneMismatch: 'The zone is not that of the subnet. Detail: zone, subnet.',
  malformed: 'That is no id of an instance.',
  tooManyNamed: 'A request does not name that many instances.',
  expired: 'The instance has expired. Detail: instance.',
  initializing: 'The instance is being made. Detail: instance.',
  severalAttributes: 'More than one attribute is changed at a time.',
  userNameTooLong: 'The name of the user is too long.',
  stopTypesConflict: 'Two ways to stop are given together.',
});
