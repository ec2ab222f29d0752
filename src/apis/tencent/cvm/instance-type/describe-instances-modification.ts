// https://cloud.tencent.com/document/api/213/44517 (seed 004 L17101)
import { action } from '#apis/context.ts';
import { listTypeChanges } from '#resources/instance/verbs/list-type-changes.ts';
import { tencentInstanceTypes } from '#catalogue/tencent/types.ts';
import { asks } from '../../structs/filters.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { configOf, typeConfig } from '../../structs/instance-type/type-configs.ts';
import { cvmFilters } from '../../structs/listing.ts';
import * as model from '../models/describe-instances-modification.ts';

const statuses = ['SELL', 'UNAVAILABLE'] as const;
const filters = cvmFilters(
  { status: { ...asks('statuses'), values: statuses } },
  { valuesMax: statuses.length },
);

/**
 * Each type that the zone of the instances sells: whether all of them could become one of it.
 * L37444 has the sentence of those that could not.
 */
export const describeInstancesModification = action.read({
  model,
  input: { InstanceIds: { ...instanceIdsMeant, max: 20 }, Filters: filters.shape },
  rules: [someInstanceIds],
  output: { InstanceTypeConfigStatusSet: { item: { fields: { InstanceTypeConfig: typeConfig } } } },
  handle: async (context, { InstanceIds: keys, Filters }) => {
    const { statuses: asked } = filters.read(Filters, context.region);
    const types = tencentInstanceTypes();
    const { zone, offers } = await listTypeChanges(context, {
      keys,
      region: context.region,
      types,
    });
    const all = offers.map(({ type, lacks }) => ({
      Status: lacks === null ? 'SELL' : 'UNAVAILABLE',
      Message: lacks === null ? '' : sentences[lacks](type),
      InstanceTypeConfig: configOf(type, zone),
    }));
    const shown = all.filter(({ Status }) => asked?.includes(Status) !== false);
    return { InstanceTypeConfigStatusSet: shown, TotalCount: shown.length };
  },
});

const sentences = {
  fit: ({ family }: { readonly family: string }) =>
    `The instance does not support tuning to ${family} instance family.`,
  room: ({ name }: { readonly name: string }) =>
    `The instance type ${name} has no room for what the instance has.`,
  stock: ({ name }: { readonly name: string }) => `The instance type ${name} is sold out.`,
} as const;
