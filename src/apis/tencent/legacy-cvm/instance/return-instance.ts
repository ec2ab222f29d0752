// https://cloud.tencent.com/doc/api/229/退还实例（按量计费） (seed 004 L54381)
import { instanceFaults } from '#resources/instance/faults.ts';
import { action } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { terminateInstances } from '#resources/instance/verbs/terminate.ts';
import { id, structure } from '#wire/builders.ts';

/** Releases an instance that is paid by use, running or not; others go by ticket (L54408). */
export const returnInstance = action.write({
  name: 'ReturnInstance',
  input: structure({ instanceId: id('instance', { required: true }) }),
  handle: async (context, { instanceId: key }) => {
    const { region } = context;
    // Before its state: one that has expired is not returned either, and the verb would take it.
    const found = await listInstances(context, { region, keys: [key], offset: 0, limit: 1 });
    if (found.instances[0]?.chargeType === 'prepaid') {
      throw instanceFaults.notExpired({
        message: 'An instance that is paid in advance cannot be returned.',
      });
    }
    await terminateInstances(context, { keys: [key], region, force: true, prepaid: 'refuse' });
  },
});
