// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-canceltask
import { action } from '#apis/context.ts';
import { cancelTask as cancelTaskVerb } from '#resources/image/verbs/cancel-image.ts';
import { taskFaults } from '#resources/task/faults.ts';
import { findTask } from '#resources/task/tasks.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/cancel-task.ts';

/** Ends an import or an export that is under way. */
export const cancelTask = action.write({
  model,
  input: { TaskId: id('task', { required: true }) },
  handle: async (context, { TaskId: task }) => {
    const { region } = context;
    const found = await findTask(context, { key: task, region });
    if (found?.action === 'change-disk') throw taskFaults.notCancellable({ task });
    await cancelTaskVerb(context, { task, region });
  },
});
