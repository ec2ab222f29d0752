// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesendfileresults
import { action } from '#apis/context.ts';
import { stateOfAll, type Invocation } from '#resources/command/command.ts';
import { textOf } from '#resources/command/parameters.ts';
import { listInvocations } from '#resources/command/verbs/invoke.ts';
import { id } from '#wire/builders.ts';
import { offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-send-file-results.ts';
import { later, listedLater, pages } from './command-fields.ts';
import { errorOf, overallStatus, shownTime, statusOf } from './invocation-words.ts';

/** The files that were sent, newest first, and how that goes in each guest. */
export const describeSendFileResults = action.read({
  model,
  input: {
    InvokeId: id('sent-file'),
    Name: { max: 255 },
    InvocationStatus: later,
    ...listedLater,
    ...pages,
  },
  output: {
    NextToken: { optional: true },
    Invocations: { item: { fields: { InvokeId: id('sent-file'), Tags: { optional: true } } } },
  },
  handle: async (context, input) => {
    const { region, vendor } = context;
    const { InvokeId, InstanceId: instance, Name: name, PageNumber, PageSize } = input;
    const where = { region, vendor, is: 'file', instance, name } as const;
    const found = await listInvocations(context, { ...where, key: InvokeId });
    const { offset, limit } = offsetAndLimit(input);
    return {
      TotalCount: found.length,
      PageNumber,
      PageSize,
      Invocations: found.slice(offset, offset + limit).map(shownFile),
    };
  },
});

function shownFile({ file, tasks, ...invocation }: Invocation) {
  const isPlain = file?.encoding === 'plain';
  const content = file?.content ?? '';
  return {
    Content: isPlain ? textOf(content) : content,
    ContentType: isPlain ? 'PlainText' : 'Base64',
    CreationTime: invocation.createdAt,
    Description: invocation.description,
    FileGroup: file?.group ?? '',
    FileMode: file?.mode ?? '',
    FileOwner: file?.owner ?? '',
    InvocationStatus: overallStatus(stateOfAll(tasks)),
    InvokeId: invocation.key,
    InvokeInstances: tasks.map((task) => ({
      CreationTime: task.createdAt,
      ...errorOf(task),
      FinishTime: shownTime(task.finishedAt),
      InstanceId: task.instance,
      InvocationStatus: statusOf[task.state],
      StartTime: shownTime(task.startedAt),
      UpdateTime: shownTime(task.updatedAt),
    })),
    Name: invocation.name,
    Overwrite: String(file?.overwrite ?? false),
    TargetDir: file?.directory ?? '',
    VmCount: tasks.length,
  };
}
