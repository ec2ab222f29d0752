// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinvocations
import { action } from '#apis/context.ts';
import { stateOfAll, type Invocation, type InvocationTask } from '#resources/command/command.ts';
import { listInvocations } from '#resources/command/verbs/invoke.ts';
import { id } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-invocations.ts';
import {
  later,
  listedLater,
  name,
  pages,
  shownEncoding,
  shownText,
  type,
  typeOf,
} from './command-fields.ts';
import {
  errorOf,
  olderStatus,
  overallStatus,
  shownTime,
  statusOf,
  stoppedAt,
} from './invocation-words.ts';

const unknown = each(
  ['ContainerId', 'ContainerName', 'Launcher', 'OssOutputDelivery', 'Tags', 'TerminationMode'],
  { optional: true },
);
const ofOss = each(
  ['OssOutputErrorCode', 'OssOutputErrorInfo', 'OssOutputStatus', 'OssOutputUri'],
  { optional: true },
);

/** What was asked of guests, newest first, and how it goes; outputs where they are asked for. */
export const describeInvocations = action.read({
  model,
  input: {
    CommandId: id('command'),
    CommandName: name,
    CommandType: type,
    ContentEncoding: shownEncoding,
    IncludeOutput: { default: false },
    InvokeId: id('invocation'),
    InvokeStatus: { values: ['Running', 'Finished', 'Failed', 'PartialFailed', 'Stopped'] },
    Timed: { default: false },
    RepeatMode: later,
    ...listedLater,
    ...pages,
  },
  output: {
    NextToken: { optional: true },
    Invocations: {
      item: {
        fields: {
          ...unknown,
          CommandId: id('command'),
          InvokeId: id('invocation'),
          InvokeInstances: { item: { fields: { ...ofOss, Output: { optional: true } } } },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, vendor } = context;
    const { PageNumber, PageSize, InvokeStatus: asked, ContentEncoding: encoding } = input;
    const all = await listInvocations(context, {
      region,
      vendor,
      is: 'command',
      key: input.InvokeId,
      command: input.CommandId,
      instance: input.InstanceId,
      name: input.CommandName,
      language: input.CommandType,
    });
    const found = all
      .filter(({ tasks }) => asked === undefined || olderStatus(stateOfAll(tasks)) === asked)
      // None is repeated here.
      .filter(() => !input.Timed);
    const { offset, limit } = offsetAndLimit(input);
    const shows = { encoding, output: input.IncludeOutput };
    return {
      TotalCount: found.length,
      PageNumber,
      PageSize,
      Invocations: found.slice(offset, offset + limit).map((one) => shownInvocation(one, shows)),
    };
  },
});

interface Shows {
  readonly encoding: string;
  readonly output: boolean;
}

function shownInvocation(invocation: Invocation, shows: Shows) {
  const { tasks, language, command, parameters } = invocation;
  const state = stateOfAll(tasks);
  return {
    CommandContent: shownText(invocation.content, shows.encoding),
    CommandDescription: invocation.description,
    CommandId: command ?? '',
    CommandName: invocation.name,
    CommandType: typeOf(language),
    CreationTime: invocation.createdAt,
    Frequency: '',
    InvocationStatus: overallStatus(state),
    InvokeId: invocation.key,
    InvokeInstances: tasks.map((task) => shownTask(task, shows)),
    InvokeStatus: olderStatus(state),
    Parameters: JSON.stringify(parameters),
    RepeatMode: 'Once',
    Timed: false,
    Timeout: invocation.timeoutSeconds,
    Username: invocation.userName,
    WorkingDir: invocation.directory,
  };
}

function shownTask(task: InvocationTask, { encoding, output }: Shows) {
  return {
    CreationTime: task.createdAt,
    Dropped: task.dropped,
    ...errorOf(task),
    ExitCode: task.exitCode ?? 0,
    FinishTime: shownTime(task.finishedAt),
    InstanceId: task.instance,
    InstanceInvokeStatus: olderStatus(task.state),
    InvocationStatus: statusOf[task.state],
    ...(output && { Output: shownText(task.output, encoding) }),
    Repeats: task.startedAt === null ? 0 : 1,
    StartTime: shownTime(task.startedAt),
    StopTime: shownTime(stoppedAt(task)),
    Timed: false,
    UpdateTime: shownTime(task.updatedAt),
  };
}
