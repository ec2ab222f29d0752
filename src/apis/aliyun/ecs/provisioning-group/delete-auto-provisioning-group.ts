// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteautoprovisioninggroup
import { action } from '#apis/context.ts';
import { deleteGroup, instancesOfGroup } from '#resources/provisioning-group/verbs/groups.ts';
import { releaseInstances } from '../instance/release.ts';
import { hiddenStates } from '../instance/words.ts';
import * as model from '../models/delete-auto-provisioning-group.ts';
import { groupId } from './group-fields.ts';

/** Deletes a group, with its instances where that is asked for. */
export const deleteAutoProvisioningGroup = action.write({
  model,
  input: { AutoProvisioningGroupId: groupId, TerminateInstances: { required: true } },
  handle: async (context, { AutoProvisioningGroupId: key, TerminateInstances: terminates }) => {
    const { region } = context;
    const named = { region, key };
    if (terminates) {
      const instances = await instancesOfGroup(context, named);
      const there = instances.filter(({ state }) => !hiddenStates.includes(state));
      const keys = there.map((instance) => instance.key);
      await releaseInstances(context, { keys, region, force: true, terminates: false });
    }
    await deleteGroup(context, named);
  },
});
