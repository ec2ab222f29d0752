// https://cloud.tencent.com/doc/api/229/修改云主机关联的安全组 (seed 004 L56440)
import { action } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { changeAttributes } from '#resources/instance/verbs/change-attributes.ts';
import { id, list, structure } from '#wire/builders.ts';
import { groupMeant } from './legacy-rules.ts';

/** Puts instances into groups, in place of those before and in that order (L56456-56462). */
export const modifySecurityGroupsOfInstance = action.write({
  name: 'ModifySecurityGroupsOfInstance',
  input: structure({
    instanceSet: list(
      structure({
        instanceId: id('instance', { required: true }),
        sgIds: list(groupMeant, { required: true, min: 1, max: 100 }),
      }),
      { required: true, min: 1, max: 20, reasons: { count: instanceFaults.tooManyNamed } },
    ),
  }),
  output: structure({}),
  handle: async (context, { instanceSet }) => {
    const { region } = context;
    for (const { instanceId, sgIds } of instanceSet) {
      await changeAttributes(context, {
        keys: [instanceId],
        region,
        operation: 'change-attributes',
        change: { securityGroups: sgIds },
      });
    }
  },
});
