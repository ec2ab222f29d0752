// https://cloud.tencent.com/document/api/215/36271 and models/tencent/vpc.json DescribeTaskResult.
import { taskFaults } from '#resources/task/faults.ts';
import { findNetworkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-task-result.ts';
import { taskResults } from './words.ts';

/** How what was begun on an address ended. */
export const describeTaskResult = action.read({
  model,
  input: { TaskId: { min: 1 }, DealName: { max: 128, empty: 'absent' } },
  rules: [{ rule: 'one-of', fields: ['TaskId', 'DealName'] }],
  handle: async (context, { TaskId: number, DealName: deal }) => {
    // No order is placed here, so whichever is named is not there.
    const task =
      deal === undefined && number !== undefined
        ? await findNetworkTask(context, { number, region: context.region })
        : undefined;
    if (task === undefined) throw taskFaults.notFound();
    return { TaskId: task.number, Result: taskResults[task.state] };
  },
});
