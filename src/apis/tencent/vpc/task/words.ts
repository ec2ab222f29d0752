import type { TaskState } from '#resources/task/tasks.ts';

/** Result of a task. */
export const taskResults = {
  processing: 'RUNNING',
  finished: 'SUCCESS',
  failed: 'FAILED',
  cancelled: 'FAILED',
} as const satisfies Readonly<Record<TaskState, string>>;
