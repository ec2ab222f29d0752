// https://cloud.tencent.com/document/api/213/1366 (seed 004 L56343)
import { action } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { id, integer, list, structure } from '#wire/builders.ts';
import { limit, offset } from '../../legacy/paging.ts';

/** The instances of a group; one that does not exist has none (D24). Its name is too long here. */
export const describeGroupInstances = action.read({
  name: 'DescribeInstancesOfSecurityGroup',
  input: structure({ sgId: id('security-group', { required: true }), offset, limit }),
  output: structure({
    totalCount: integer(),
    data: list(structure({ instanceId: id('instance') })),
  }),
  handle: async (context, { sgId, ...page }) => {
    const { region } = context;
    const asked = { region, securityGroups: [sgId], ...page };
    const { total, instances } = await listInstances(context, asked);
    return { totalCount: total, data: instances.map(({ key }) => ({ instanceId: key })) };
  },
});
