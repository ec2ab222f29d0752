import type { TaskState } from '#resources/task/tasks.ts';

/** Result of a task (https://cloud.tencent.com/document/api/215/36271). */
export const taskResults = {
  processing: 'RUNNING',
  finished: 'SUCCESS',
  failed: 'FAILED',
  cancelled: 'FAILED',
} as const satisfies Readonly<Record<TaskState, string>>;
