// https://cloud.tencent.com/doc/api/229 (seed 004 L55786)
import { action } from '#apis/context.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { changeInterface } from '#resources/network-interface/verbs/change-interface.ts';
import { id, list, structure } from '#wire/builders.ts';
import { groupMeant } from './legacy-rules.ts';

/** Puts interfaces into groups, in place of those before and in that order (L55790-55798). */
export const modifySecurityGroupsOfInterface = action.write({
  name: 'ModifySecurityGroupsOfNetworkInterface',
  input: structure({
    networkInterfaceSet: list(
      structure({
        networkInterfaceId: id('network-interface', {
          required: true,
          reasons: { malformed: networkInterfaceFaults.malformed },
        }),
        sgIds: list(groupMeant, { required: true, min: 1, max: 100 }),
      }),
      { required: true, min: 1, max: 20 },
    ),
  }),
  output: structure({}),
  handle: async (context, { networkInterfaceSet: all }) => {
    const { region } = context;
    for (const { networkInterfaceId, sgIds } of all) {
      await changeInterface(context, {
        interface: networkInterfaceId,
        region,
        groups: [...new Set(sgIds)],
      });
    }
  },
});
