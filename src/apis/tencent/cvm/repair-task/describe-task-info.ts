// https://cloud.tencent.com/document/api/213/87933 (seed 004 L34186)
import { action, type ReadContext } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { listEvents } from '#resources/system-event/verbs/list-events.ts';
import type { EventQuery } from '#resources/system-event/verbs/list-events.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { id, integer, list, string, time } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { keysNamed, sliceOf } from '../../structs/listing.ts';
import * as model from '../models/describe-task-info.ts';
import { renderTasks, type ShownTask, taskPatches } from './render-task.ts';
import { products, taskWords } from './repair-words.ts';

const DAY_MS = 86_400_000;
const CHINA_AHEAD_MS = 8 * 3_600_000;
const types = Object.values(taskWords).map(({ type }) => type);

const input = {
  Limit: integer({
    required: true,
    min: 1,
    max: 100,
    reasons: { range: listingFaults.pageOutOfRange },
  }),
  Offset: integer({ required: true, min: 0, reasons: { range: listingFaults.offsetOutOfRange } }),
  Product: { values: products, empty: 'absent' },
  TaskStatus: list(integer({ values: [1, 2, 3, 4, 5, 6] }), { max: 100 }),
  TaskTypeIds: list(integer({ values: types }), { max: 100 }),
  TaskIds: list(id('system-event'), { max: 100 }),
  InstanceIds: list(id('instance', { reasons: { malformed: instanceFaults.malformed } }), {
    max: 100,
  }),
  Aliases: list(string({ max: 128 }), { max: 100 }),
  StartDate: time({ form: 'china', empty: 'absent' }),
  EndDate: time({ form: 'china', empty: 'absent' }),
  OrderField: {
    values: ['CreateTime', 'AuthTime', 'EndTime'],
    empty: 'absent',
    default: 'CreateTime',
  },
  Order: { values: [0, 1], default: 0 },
} as const;

type Asked = InferIn<ReturnType<typeof asked>>;
const asked = () => overlay(model.request, input);

export const describeTaskInfo = action.read({
  model,
  region: 'optional',
  input,
  output: { RepairTaskInfoSet: { item: { fields: taskPatches } } },
  handle: async (context, query) => {
    const events = await listEvents(context, queryOf(context, query));
    const tasks = await renderTasks(context, events);
    const found = tasks.filter((task) => fits(task, query)).toSorted(inOrder(query));
    return { TotalCount: found.length, RepairTaskInfoSet: sliceOf(found, query) };
  },
});

/** Of today, unless a time is said. What is only simulated is nothing to be repaired. */
function queryOf({ now, region }: ReadContext, query: Asked): EventQuery {
  const today = now - ((now + CHINA_AHEAD_MS) % DAY_MS);
  return {
    region: region === '' ? undefined : region,
    keys: keysNamed(query.TaskIds),
    instances: keysNamed(query.InstanceIds),
    simulated: false,
    publishedFrom: query.StartDate ?? today,
    publishedTo: query.EndDate ?? now,
  };
}

/** Every task is of an instance. */
function fits(task: ShownTask, { Product, TaskStatus, TaskTypeIds, Aliases }: Asked): boolean {
  const isOneOf = <T>(named: readonly T[] | undefined, value: T) =>
    named === undefined || named.length === 0 || named.includes(value);
  return (
    (Product ?? 'CVM') === 'CVM' &&
    isOneOf(TaskStatus, task.TaskStatus) &&
    isOneOf(TaskTypeIds, task.TaskTypeId) &&
    isOneOf(Aliases, task.Alias ?? '')
  );
}

/** What has no such time yet comes after what has. */
function inOrder({ OrderField, Order }: Asked): (a: ShownTask, b: ShownTask) => number {
  const timeOf = (task: ShownTask) => task[OrderField] ?? Number.MAX_SAFE_INTEGER;
  return (a, b) => (Order === 1 ? timeOf(b) - timeOf(a) : timeOf(a) - timeOf(b));
}
