import type { projectFaults } from '#resources/project/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about projects (seed 004 L9545-9865). */
export const projectFaultWords: FaultWords<typeof projectFaults> = {
  codes: {
    notFound: ['InvalidProjectId.NotFound', 'InvalidParameter.ProjectIdNotFound'],
  },
};
