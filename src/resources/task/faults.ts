import { defineFaults } from '#kernel/fault.ts';

export const taskFaults = defineFaults('task', {
  notFound: 'There is no such task. Detail: task.',
  notCancellable: 'What the task does cannot be cancelled. Detail: task.',
  ended: 'The task has ended. Detail: task, status.',
});
