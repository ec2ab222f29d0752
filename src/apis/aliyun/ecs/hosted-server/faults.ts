import type { FaultWords } from '#apis/fault-words.ts';
import type { hostedServerFaults } from '#resources/hosted-server/faults.ts';

/** No parameter of this vendor's names such servers (seeds 001 to 003). */
export const hostedServerFaultWords: FaultWords<typeof hostedServerFaults> = {
  codes: {
    notFound: 'InvalidParameter',
    countNotEqual: 'InvalidParameter',
    wrongType: 'InvalidParameter',
    inUse: 'InvalidParameter',
    noDeployment: 'InvalidParameter',
  },
};
