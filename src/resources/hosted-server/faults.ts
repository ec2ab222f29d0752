import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of customers' servers, in neutral words (D10): seed 004 L22440-23600. */
export const hostedServerFaults = defineFaults('hosted-server', {
  malformed: 'That is no id of a server.',
  notFound: 'There is no such server. Detail: hosted-server.',
  tooMany: 'More servers are named than one request may name.',
  amountNotEqual: 'There are not as many addresses as servers.',
  wrongState: 'The server is in a state in which that cannot be done. Detail: hosted-server.',
  hasDeployment: 'The server has a network to be installed over. Detail: hosted-server.',
  noNetwork: 'The server has no network yet. Detail: hosted-server.',
  noDeployment: 'The server has no network to be installed over. Detail: hosted-server.',
  empty: 'A value is empty.',
  userMalformed: 'That is no name of a user.',
  passwordMalformed: 'The password is not as it has to be. Detail: message.',
  wrongType: 'The server is of another type. Detail: hosted-server, type.',
  inUse: 'The server has an instance. Detail: hosted-server.',
  countNotEqual: 'There are not as many instances as servers.',
});
