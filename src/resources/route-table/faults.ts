import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of route tables, in neutral words (D10). */
export const routeTableFaults = defineFaults('route-table', {
  notFound: 'There is no such route table here. Detail: route-table.',
  malformed: 'That is no id of a route table.',
  nameTooLong: 'The name is too long.',
  nameMalformed: 'A route table may not have that name.',
  descriptionMalformed: 'A route table may not have that description.',
  quotaExceeded: 'The network may have no more route tables. Detail: vpc, limit.',
  isMain: 'It is the main one of its network, which cannot go. Detail: route-table.',
  hasSubnets: 'Subnets are associated with the route table. Detail: route-table.',
  hasRoutes: 'The route table has routes that users made. Detail: route-table.',
  otherVpc: 'Subnet and route table are of two networks. Detail: subnet, route-table.',
  notAssociated: 'The subnet is not associated with it. Detail: subnet, route-table.',
});
