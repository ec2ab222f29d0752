import type { routeTableFaults } from '#resources/route-table/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of the pages of vpc 2017-03-12: https://cloud.tencent.com/document/api/215/15763 first. */
export const routeTableFaultWords: FaultWords<typeof routeTableFaults> = {
  codes: {
    notFound: 'ResourceNotFound',
    malformed: 'InvalidParameterValue.Malformed',
  },
  messages: {
    notFound: 'The route table `{route-table}` does not exist.',
  },
};
