// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinvocationresults
import { action } from '#apis/context.ts';
import { listInvocations } from '#resources/command/verbs/invoke.ts';
import { id } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-invocation-results.ts';
import { listedLater, pages, shownEncoding, shownText } from './command-fields.ts';
import { errorOf, olderStatus, shownTime, statusOf, stoppedAt } from './invocation-words.ts';

const unknown = each(
  [
    'ContainerId',
    'ContainerName',
    'Launcher',
    'OssOutputDelivery',
    'OssOutputErrorCode',
    'OssOutputErrorInfo',
    'OssOutputStatus',
    'OssOutputUri',
    'Tags',
    'TerminationMode',
  ],
  { optional: true },
);

/** How it went in each guest, newest first. No command is repeated, so there is no history. */
export const describeInvocationResults = action.read({
  model,
  input: {
    CommandId: id('command'),
    ContentEncoding: shownEncoding,
    IncludeHistory: { deprecated: true },
    InvokeId: id('invocation'),
    InvokeRecordStatus: { values: ['Running', 'Finished', 'Failed', 'PartialFailed', 'Stopped'] },
    ...listedLater,
    ...pages,
  },
  output: {
    Invocation: {
      fields: {
        NextToken: { optional: true },
        InvocationResults: {
          item: { fields: { ...unknown, CommandId: id('command'), InvokeId: id('invocation') } },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, vendor } = context;
    const { InstanceId: instance, InvokeRecordStatus: asked, PageNumber, PageSize } = input;
    const all = await listInvocations(context, {
      region,
      vendor,
      is: 'command',
      key: input.InvokeId,
      command: input.CommandId,
      instance,
    });
    const found = all
      .flatMap(({ tasks, ...invocation }) => tasks.map((task) => ({ task, invocation })))
      .filter(({ task }) => instance === undefined || task.instance === instance)
      .filter(({ task }) => asked === undefined || olderStatus(task.state) === asked);
    const { offset, limit } = offsetAndLimit(input);
    return {
      Invocation: {
        TotalCount: found.length,
        PageNumber,
        PageSize,
        InvocationResults: found.slice(offset, offset + limit).map(({ task, invocation }) => ({
          CommandId: invocation.command ?? '',
          Dropped: task.dropped,
          ...errorOf(task),
          ExitCode: task.exitCode ?? 0,
          FinishedTime: shownTime(task.finishedAt),
          InstanceId: task.instance,
          InvocationStatus: statusOf[task.state],
          InvokeId: invocation.key,
          InvokeRecordStatus: olderStatus(task.state),
          Output: shownText(task.output, input.ContentEncoding),
          Repeats: task.startedAt === null ? 0 : 1,
          StartTime: shownTime(task.startedAt),
          StopTime: shownTime(stoppedAt(task)),
          Username: invocation.userName,
        })),
      },
    };
  },
});
