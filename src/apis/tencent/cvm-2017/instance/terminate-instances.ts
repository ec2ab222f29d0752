// https://cloud.tencent.com/document/api/213/9395 (seed 004 L44281)
import { action } from '#apis/context.ts';
import { returnInstances } from '#resources/instance/verbs/return-instances.ts';
import { instancesMeant } from '../../structs/instance/instance-ids.ts';

/** Releases instances for good, those paid in advance too: this generation has no recycle bin. */
export const terminateInstances = action.write({
  name: 'TerminateInstances',
  input: instancesMeant,
  handle: async (context, { InstanceIds: keys }) => {
    const { region } = context;
    await returnInstances(context, {
      keys,
      region,
      force: true,
      prepaid: 'release',
      prepaidDisks: 'that go with it',
    });
  },
});
