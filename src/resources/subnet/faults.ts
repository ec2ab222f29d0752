import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse, in neutral words (D10): facts/ecs-surrounding.md section 3, their pages. */
export const subnetFaults = defineFaults('subnet', {
  notFound: 'There is no such subnet here. Detail: subnet.',
  notInVpc: 'The subnet is one of another network. Detail: subnet, vpc.',
  zoneNotInRegion: 'The zone is not one of the region. Detail: zone.',
  quotaExceeded: 'The network may have no more subnets. Detail: vpc, limit.',
  cidrMalformed: 'That is no IPv4 block, or has address bits behind its mask. Detail: cidr.',
  maskNotAllowed: 'The mask is too short or too long. Detail: cidr.',
  outsideVpc: 'The block is not within the one of its network. Detail: cidr, vpc.',
  conflict: 'The block overlaps that of another subnet. Detail: cidr, subnet.',
  notCarried: 'No machine can have addresses of the block. Detail: cidr, why.',
  noRoom: 'The network has no block of that size left. Detail: vpc, bits.',
  inUse: 'Addresses of the subnet are in use. Detail: subnet.',
  addressesExhausted: 'The subnet has fewer free addresses than are needed. Detail: subnet, count.',
  addressOutside: 'The address is not one of the subnet. Detail: subnet, address.',
  addressReserved: 'The address is one that every subnet keeps. Detail: subnet, address.',
  addressInUse: 'The address is taken. Detail: subnet, address.',
  hasDefault: 'The zone has its default subnet already. Detail: zone.',
  malformed: 'That is no id of a subnet.',
  nameTooLong: 'The name is too long.',
  nameMalformed: 'A subnet may not have that name.',
  tooManyNamed: 'A request does not name that many subnets.',
  empty: 'What a subnet needs is empty.',
  descriptionMalformed: 'A subnet may not have that description.',
});
