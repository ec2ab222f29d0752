import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse, in neutral words (D10): facts/ecs-surrounding.md section 3, their pages. */
export const vpcFaults = defineFaults('vpc', {
  notFound: 'There is no such network here. Detail: vpc.',
  quotaExceeded: 'The account may have no more networks in the region. Detail: region, limit.',
  cidrMalformed: 'That is no IPv4 block, or has address bits behind its mask. Detail: cidr.',
  cidrNotAllowed: 'A network may not have addresses of that block. Detail: cidr.',
  maskNotAllowed: 'The mask is too short or too long. Detail: cidr.',
  subnetsOutside: 'A subnet would be outside of that block. Detail: vpc, cidr.',
  addressOutside: 'The address is not one of the network, or the subnet. Detail: address.',
  nothingDedicated: 'The network has no subnet in a dedicated zone.',
  hasSubnets: 'The network has subnets still. Detail: vpc.',
  hasSecurityGroups: 'The network has security groups of its own still. Detail: vpc.',
  hasRouteTables: 'The network has route tables that users made still. Detail: vpc.',
  hasRoutes: 'The main route table has routes that users made still. Detail: vpc.',
  malformed: 'That is no id of a network.',
  nameTooLong: 'A name is too long.',
  nameMalformed: 'A network may not have that name.',
  empty: 'What a network needs is empty.',
  descriptionMalformed: 'A network may not have that description.',
  nameServerMalformed: 'That is no address of a name server.',
  tooManyNameServers: 'A network does not have that many name servers.',
  tooManyBlocks: 'A network does not have that many blocks of its own.',
  blockMalformed: 'That is no IPv4 block. Detail: cidr.',
  tooManyNamed: 'A request does not name that many networks.',
});
