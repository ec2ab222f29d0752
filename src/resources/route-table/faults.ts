import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse of route tables, in neutral words (D10). */
export const routeTableFaults = defineFaults('route-table', {
  notFound: 'There is no such route table here. Detail: route-table.',
  malformed: 'That is no id of a route table.',
});
