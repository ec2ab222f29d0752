// https://cloud.tencent.com/document/api/213/15728 (seed 004 L9866)
import { action } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { getSecurityGroup } from '#resources/security-group/verbs/get-security-group.ts';
import { belongingsOf } from '../../structs/instance/belongings.ts';
import { instanceFilters } from '../../structs/instance/instance-filters.ts';
import { instanceIdsAsked } from '../../structs/instance/instance-ids.ts';
import { instanceShape } from '../../structs/instance/instance-shapes.ts';
import { renderInstance } from '../../structs/instance/render-instance.ts';
import { idsOrFilters, keysNamed, pageFields, pageOf } from '../../structs/listing.ts';
import * as model from '../models/describe-instances.ts';

/** Instances of the region, newest first; unknown ids are left out (D24). */
export const describeInstances = action.read({
  model,
  input: { InstanceIds: instanceIdsAsked, Filters: instanceFilters.shape, ...pageFields },
  rules: [idsOrFilters('InstanceIds')],
  output: { InstanceSet: { item: instanceShape } },
  handle: async (context, input) => {
    const { region } = context;
    const query = instanceFilters.read(input.Filters, region);
    for (const group of query.securityGroups ?? []) {
      await getSecurityGroup(context, { region, group });
    }
    const keys = query.keys ?? keysNamed(input.InstanceIds);
    const asked = { ...query, keys, region, ...pageOf(input) };
    const { total, instances } = await listInstances(context, asked);
    if (instances.length === 0) return { TotalCount: total, InstanceSet: [] };
    const belongings = await belongingsOf(context, instances);
    const shown = instances.map((instance) =>
      renderInstance(context, instance, belongings(instance)),
    );
    return { TotalCount: total, InstanceSet: shown };
  },
});
