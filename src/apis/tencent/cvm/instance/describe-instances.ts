// https://cloud.tencent.com/document/api/213/15728 (seed 004 L9866)
import { listingFaults } from '#resources/listing/faults.ts';
import { action } from '#apis/context.ts';
import type { ReadContext } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import type { ListRequest } from '#resources/instance/verbs/list.ts';
import { getSecurityGroup } from '#resources/security-group/verbs/get-security-group.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { pageFields } from '../../structs/listing.ts';
import { belongingsOf } from '../../structs/instance/belongings.ts';
import { instanceFilters, instanceQueryOf } from '../../structs/instance/instance-filters.ts';
import { instanceIdsAsked } from '../../structs/instance/instance-ids.ts';
import { instanceShape } from '../../structs/instance/instance-shapes.ts';
import { renderInstance } from '../../structs/instance/render-instance.ts';
import * as model from '../models/describe-instances.ts';

const inputShape = overlay(
  model.request,
  { InstanceIds: instanceIdsAsked, Filters: instanceFilters, ...pageFields },
  {
    rules: [
      { rule: 'exclusive', fields: ['InstanceIds', 'Filters'], reason: listingFaults.idsConflict },
    ],
  },
);

/** Instances of the region, newest first; unknown ids are left out (D24). */
export const describeInstances = action.read({
  model,
  region: 'required',
  input: inputShape,
  output: { InstanceSet: { item: instanceShape } },
  handle: async (context, input) => {
    const request = requestOf(context, input);
    for (const group of request.securityGroups ?? []) {
      await getSecurityGroup(context, { region: context.region, group });
    }
    const { total, instances } = await listInstances(context, request);
    if (instances.length === 0) return { TotalCount: total, InstanceSet: [] };
    const belongings = await belongingsOf(context, instances);
    const shown = instances.map((instance) =>
      renderInstance(context, instance, belongings(instance)),
    );
    return { TotalCount: total, InstanceSet: shown };
  },
});

function requestOf({ region }: ReadContext, input: InferIn<typeof inputShape>): ListRequest {
  const { InstanceIds: keys, Filters: given, Offset: offset, Limit: limit } = input;
  const page = { offset, limit };
  if (given !== undefined && given.size > 0) return { ...instanceQueryOf(given, region), ...page };
  return keys === undefined || keys.length === 0 ? { region, ...page } : { region, keys, ...page };
}
