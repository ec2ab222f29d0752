// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describetaskattribute
import { action } from '#apis/context.ts';
import { taskFaults } from '#resources/task/faults.ts';
import { findTask, taskProgress } from '#resources/task/tasks.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/describe-task-attribute.ts';
import { renderTask, taskPatches } from './task-words.ts';

const operationStatuses = {
  processing: 'Processing',
  finished: 'Success',
  failed: 'Failed',
  cancelled: 'Failed',
} as const;

/** One task, whose one part is what it is about. */
export const describeTaskAttribute = action.read({
  model,
  input: { TaskId: id('task', { required: true }) },
  output: taskPatches,
  handle: async (context, { TaskId: key }) => {
    const { region, now } = context;
    const task = await findTask(context, { key, region });
    if (task === undefined) throw taskFaults.notFound({ task: key });
    const { ResourceId, ...shown } = renderTask(task);
    const name = task.action === 'change-disk' ? 'DiskId' : 'ImageId';
    const isOver = task.state !== 'processing';
    const failed = isOver && task.state !== 'finished';
    return {
      ...shown,
      RegionId: region,
      TaskProcess: `${taskProgress(task, now)}%`,
      TotalCount: 1,
      SuccessCount: task.state === 'finished' ? 1 : 0,
      FailedCount: failed ? 1 : 0,
      OperationProgressSet: [
        {
          OperationStatus: operationStatuses[task.state],
          ErrorCode: '',
          ErrorMsg: '',
          RelatedItemSet: [{ Name: name, Value: ResourceId }],
        },
      ],
    };
  },
});
