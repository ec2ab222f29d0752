// https://cloud.tencent.com/document/api/215/59037 and models/tencent/vpc.json
// DescribeVpcTaskResult.
import { taskFaults } from '#resources/task/faults.ts';
import { networkChangeOf } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-vpc-task-result.ts';
import { taskResults } from './words.ts';

/** How the change of a network ended that a request began, told by the id of that. */
export const describeVpcTaskResult = action.read({
  model,
  input: { TaskId: { max: 64 } },
  handle: async (context, { TaskId: request }) => {
    const { region } = context;
    const change = await networkChangeOf(context, { request, region });
    if (change === undefined) throw taskFaults.notFound();
    return { Status: taskResults[change.state], Output: change.error ?? '', Result: [] };
  },
});
