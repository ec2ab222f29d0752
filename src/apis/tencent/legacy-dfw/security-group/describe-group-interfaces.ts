// https://cloud.tencent.com/doc/api/229 (seed 004 L55685)
import { action } from '#apis/context.ts';
import { listInterfaces } from '#resources/network-interface/verbs/list-interfaces.ts';
import { id, integer, list, structure } from '#wire/builders.ts';
import { groupMeant } from './legacy-rules.ts';

/** The page pages nothing; no group has more members. */
const INTERFACES_MAX = 2_000;

/** The network interfaces of a group; one that does not exist has none. */
export const describeGroupInterfaces = action.read({
  name: 'DescribeNetworkInterfacesOfSecurityGroup',
  input: structure({ sgId: { ...groupMeant, required: true } }),
  output: structure({
    data: structure({
      totalCount: integer(),
      networkInterfaceSet: list(structure({ networkInterfaceId: id('network-interface') })),
    }),
  }),
  handle: async (context, { sgId }) => {
    const { total, items } = await listInterfaces(context, {
      region: context.region,
      query: { securityGroups: [sgId] },
      newestFirst: false,
      page: { offset: 0, limit: INTERFACES_MAX },
    });
    return {
      data: {
        totalCount: total,
        networkInterfaceSet: items.map((one) => ({ networkInterfaceId: one.interface.key })),
      },
    };
  },
});
