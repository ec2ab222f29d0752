import type { FaultWords } from '#apis/fault-words.ts';
import type { resourceGroupFaults } from '#resources/resource-group/faults.ts';

/** This vendor has no such groups: no request of its own can name one (seed 004 has no field). */
export const resourceGroupFaultWords: FaultWords<typeof resourceGroupFaults> = {
  codes: { notFound: 'InvalidParameterValue' },
};
