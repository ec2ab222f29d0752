// https://cloud.tencent.com/document/api/213/87932 (seed 004 L34625)
import { action } from '#apis/context.ts';
import { authoriseRepair } from '#resources/instance/verbs/authorise-repair.ts';
import { systemEventFaults } from '#resources/system-event/faults.ts';
import { id, list, string, time } from '#wire/builders.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import * as model from '../models/repair-task-control.ts';
import { products } from './repair-words.ts';

export const repairTaskControl = action.write({
  model,
  region: 'optional',
  input: {
    Product: { values: products },
    InstanceIds: list(id('instance', { reasons: { malformed: instanceFaults.malformed } }), {
      required: true,
      min: 1,
      max: 100,
    }),
    TaskId: id('system-event', { required: true }),
    Operate: { values: ['AuthorizeRepair'] },
    OrderAuthTime: time({ form: 'china', empty: 'absent' }),
    // No type here has local disks: it is ignored then, as the page says (L34697).
    TaskSubMethod: string({ empty: 'absent', deprecated: true }),
  },
  output: { TaskId: id('system-event') },
  handle: async (
    context,
    { TaskId: event, Product, InstanceIds: instances, OrderAuthTime: at },
  ) => {
    // Every task is of an instance.
    if (Product !== 'CVM') throw systemEventFaults.notFound({ 'system-event': event });
    const region = context.region === '' ? undefined : context.region;
    await authoriseRepair(context, { event, region, instances, at });
    return { TaskId: event };
  },
});
