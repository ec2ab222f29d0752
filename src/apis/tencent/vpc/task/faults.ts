import type { taskFaults } from '#resources/task/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of https://cloud.tencent.com/document/api/215/36271 and /59037. */
export const taskFaultWords: FaultWords<typeof taskFaults> = {
  codes: { notFound: ['ResourceNotFound', 'InvalidParameter'] },
  messages: { notFound: 'There is no such task in this region.' },
};
