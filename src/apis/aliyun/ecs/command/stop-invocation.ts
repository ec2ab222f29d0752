// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-stopinvocation
import { action } from '#apis/context.ts';
import { stopInvocation as stopInvocationVerb } from '#resources/command/verbs/invoke.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/stop-invocation.ts';
import { instances } from './command-fields.ts';

const { required: _all, ...some } = instances;

/** Stops what goes on of an invocation, in all its guests or in those that are named. */
export const stopInvocation = action.write({
  model,
  input: { InvokeId: { ...id('invocation'), required: true }, InstanceId: some },
  handle: async (context, { InvokeId: key, InstanceId: named }) => {
    const { region, vendor } = context;
    await stopInvocationVerb(context, { region, vendor, key, instances: named });
  },
});
