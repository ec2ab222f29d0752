// https://cloud.tencent.com/document/api/213/9388 (seed 004 L42339)
import { listingFaults } from '#resources/listing/faults.ts';
import { action } from '#apis/context.ts';
import type { ReadContext } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import type { ListRequest } from '#resources/instance/verbs/list.ts';
import { integer, list, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { belongingsOf } from '../../structs/instance/belongings.ts';
import { instanceFilters, instanceQueryOf } from '../../structs/instance/instance-filters.ts';
import { instanceIdsAsked } from '../../structs/instance/instance-ids.ts';
import { renderInstance as renderToday } from '../../structs/instance/render-instance.ts';
import { pageFields } from '../../structs/listing.ts';
import { filters2017 } from '../filters.ts';
import { instanceShape } from './instance-shape.ts';
import { renderInstance } from './render-instance.ts';

const { filters: today } = instanceFilters;

/** The eight filters of the page (L42395-42424). */
const filtersAsked = filters2017(
  {
    zone: today.zone,
    'project-id': today['project-id'],
    'host-id': today['host-id'],
    'instance-id': today['instance-id'],
    'instance-name': today['instance-name'],
    'instance-charge-type': { values: ['PREPAID', 'POSTPAID_BY_HOUR', 'CDHPAID'] },
    'private-ip-address': today['private-ip-address'],
    'public-ip-address': today['public-ip-address'],
  },
  5,
);

const inputShape = structure(
  {
    InstanceIds: instanceIdsAsked,
    Filters: filtersAsked,
    ...pageFields,
  },
  {
    rules: [
      { rule: 'exclusive', fields: ['InstanceIds', 'Filters'], reason: listingFaults.idsConflict },
    ],
  },
);

/** Instances of the region, newest first; unknown ids are left out (D24). */
export const describeInstances = action.read({
  name: 'DescribeInstances',
  region: 'required',
  input: inputShape,
  output: structure({ TotalCount: integer(), InstanceSet: list(instanceShape) }),
  handle: async (context, input) => {
    const { total, instances } = await listInstances(context, requestOf(context, input));
    if (instances.length === 0) return { TotalCount: total, InstanceSet: [] };
    const belongings = await belongingsOf(context, instances);
    const shown = instances.map((instance) =>
      renderInstance(renderToday(context, instance, belongings(instance))),
    );
    return { TotalCount: total, InstanceSet: shown };
  },
});

function requestOf({ region }: ReadContext, input: InferIn<typeof inputShape>): ListRequest {
  const { InstanceIds: keys, Filters: given, Offset: offset, Limit: limit } = input;
  const page = { offset, limit };
  if (given !== undefined && given.size > 0) {
    return { ...instanceQueryOf(given, region), ...page };
  }
  return keys === undefined || keys.length === 0 ? { region, ...page } : { region, keys, ...page };
}
