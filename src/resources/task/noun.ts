import { taskTable } from '#store/schema/task.ts';
import { noun } from '../noun.ts';
import { taskFaults } from './faults.ts';

/** What takes long and goes by an id of its own. */
export const taskNoun = noun({
  name: 'task',
  tables: { tasks: taskTable },
  onReset: 'goes',
  faults: taskFaults,
  hasIds: true,
});
