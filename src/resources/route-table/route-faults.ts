import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of single routes, in neutral words (D10). */
export const routeFaults = defineFaults('route', {
  notFound: 'The route table has no such route. Detail: route-table.',
  malformed: 'That is no id of a route.',
  unnamed: 'Nothing tells which route is meant.',
  namedTwice: 'A request names the same route twice.',
  tooManyNamed: 'A request does not name that many routes.',
  nameMalformed: 'A route may not have that name.',
  descriptionMalformed: 'A route may not have that description.',
  ofSystem: 'The route is one of the system. Detail: destination.',
  quotaExceeded: 'The route table may have no more routes. Detail: route-table, limit.',
  destinationMalformed: 'That is no IPv4 block. Detail: destination.',
  destinationInside: 'The network itself has those addresses. Detail: destination, within.',
  destinationReserved: 'No route goes to those addresses. Detail: destination.',
  destinationTaken: 'The route table has a route to there. Detail: destination.',
  nextHopUnknown: 'Nothing of that kind can be a next hop here. Detail: kind.',
  nextHopMissing: 'A route needs a next hop.',
  nextHopNotFound: 'The network has no such next hop. Detail: hop, or instance.',
  leadsTo: 'A route leads to the instance. Detail: instance.',
});
