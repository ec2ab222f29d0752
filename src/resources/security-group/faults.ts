import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse, in neutral words (D10): facts/ecs-surrounding.md section 3, their pages. */
export const securityGroupFaults = defineFaults('security-group', {
  notFound: 'There is no such security group here. Detail: security-group.',
  notInVpc: 'The security group belongs to another network. Detail: security-group, vpc.',
  quotaExceeded: 'The account may have no more groups in the region. Detail: region, limit.',
  inUse: 'Instances are in the security group still. Detail: security-group.',
  referenced: 'Rules of other groups name the security group. Detail: security-group.',
  isDefault: 'The default security group is kept. Detail: security-group.',
  peerNotFound: 'A rule names a group that is not there. Detail: security-group.',
  malformed: 'That is no id of a security group.',
  tooManyNamed: 'A request names one security group.',
  nameMalformed: 'A group may not have that name.',
  nameTooLong: 'The name or description is too long.',
  nameEmpty: 'A group needs a name.',
  nameTaken: 'The project has a group of that name.',
  descriptionMalformed: 'A group may not have that description.',
  typeUnknown: 'There is no such type of groups.',
  typesMixed: 'Basic and advanced groups are given together.',
  full: 'The group has no room for so many more instances. Detail: security-group, limit.',
  innerAccessFixed: 'The members of an advanced group do not reach each other.',
  innerAccessUnknown: 'Members reach each other or they do not.',
  referencesMany: 'References are told of a few groups at a time.',
  membersConflict: 'An instance and an interface are given together.',
  isClassic: 'The group is of the classic network. Detail: security-group.',
  typeNeedsNetwork: 'An advanced group belongs to a network.',
});
