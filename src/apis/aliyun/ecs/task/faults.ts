import type { FaultWords } from '#apis/fault-words.ts';
import type { taskFaults } from '#resources/task/faults.ts';

// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-canceltask
/** Codes of the pages of tasks. */
export const taskFaultWords: FaultWords<typeof taskFaults> = {
  codes: {
    notFound: 'InvalidTaskId.NotFound',
    notCancellable: 'InvalidTaskId.TaskActionNotSupport 403',
    ended: 'InvalidTaskId.IncorrectTaskStatus 403',
  },
  messages: {
    notFound: 'The specified TaskId is not found.',
    ended: 'The task has ended.',
  },
};
