// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describetasks
import { action } from '#apis/context.ts';
import { listTasks, type Task } from '#resources/task/tasks.ts';
import { id, list, time } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-tasks.ts';
import {
  renderTask,
  resourceIdOf,
  taskActions,
  taskPatches,
  taskStatusWords,
} from './task-words.ts';

const input = {
  TaskIds: list(id('task'), { style: 'comma', max: 100 }),
  TaskAction: { values: taskActions },
  StartTime: time({ form: 'seconds' }),
  EndTime: time({ form: 'seconds' }),
  ResourceIds: { max: 100 },
  ...numbered(100),
} as const;

const asked = overlay(model.request, input);

/** What was begun that takes long, newest first. */
export const describeTasks = action.read({
  model,
  input,
  output: { TaskSet: { item: { fields: taskPatches } } },
  handle: async (context, query) => {
    const { region } = context;
    const tasks = (await listTasks(context, region)).filter((task) => answers(task, query));
    const { offset, limit } = offsetAndLimit(query);
    return {
      RegionId: region,
      PageNumber: query.PageNumber,
      PageSize: limit,
      TotalCount: tasks.length,
      TaskSet: tasks.slice(offset, offset + limit).map(renderTask),
    };
  },
});

/** No task is of a group. A status that the page does not know has no effect, as it says. */
function answers(task: Task, query: InferIn<typeof asked>): boolean {
  const { createdAt } = task;
  const status = taskStatusWords[task.state];
  const isStatus = Object.values<string | undefined>(taskStatusWords).includes(query.TaskStatus);
  return (
    query.TaskGroupId === undefined &&
    (query.TaskIds?.includes(task.key) ?? true) &&
    (query.TaskAction ?? renderTask(task).TaskAction) === renderTask(task).TaskAction &&
    (!isStatus || query.TaskStatus === status) &&
    createdAt >= (query.StartTime ?? createdAt) &&
    createdAt <= (query.EndTime ?? createdAt) &&
    (query.ResourceIds?.includes(resourceIdOf(task)) ?? true)
  );
}
