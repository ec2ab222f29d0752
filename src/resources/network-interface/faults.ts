import { defineFaults } from '#kernel/fault.ts';

/** Network interfaces. */
export const networkInterfaceFaults = defineFaults('network-interface', {
  notFound: 'There is no such network interface.',
  malformed: 'That is no id of a network interface.',
  isPrimary: 'It is the interface that comes with its instance, and does what that does.',
});
