// https://cloud.tencent.com/document/api/215/15824#BandwidthPackage and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { membersOf } from '#resources/bandwidth-package/usage.ts';
import { requirePackage } from '#resources/bandwidth-package/verbs/list-packages.ts';
import { id } from '#wire/builders.ts';
import { asks } from '../../structs/filters.ts';
import { sliceOf } from '../../structs/listing.ts';
import { numberedPage, vpcFiltersWithoutTags } from '../listing.ts';
import * as model from '../models/describe-bandwidth-package-resources.ts';
import { packageMeant } from './package-fields.ts';
import { shownResource } from './render-package.ts';
import { addressOf } from './resource-fields.ts';

const filters = vpcFiltersWithoutTags({
  'resource-id': asks('ids', addressOf),
  'resource-type': asks('types'),
});

/** The addresses of a package, the oldest first. */
export const describeBandwidthPackageResources = action.read({
  model,
  input: { BandwidthPackageId: packageMeant, Filters: filters.shape, ...numberedPage },
  output: { ResourceSet: { item: { fields: { ResourceId: id('elastic-address') } } } },
  handle: async (context, input) => {
    const { region, db } = context;
    const { BandwidthPackageId: key } = input;
    const { ids, types, keys } = filters.read(input.Filters, region);
    await requirePackage(context, { package: key, region });
    const all = (await membersOf(db, [key])).get(key) ?? [];
    const isNone = keys !== undefined || (types !== undefined && !types.includes('Address'));
    const found = isNone ? [] : all.filter((one) => ids === undefined || ids.includes(one.key));
    return { TotalCount: found.length, ResourceSet: sliceOf(found, input).map(shownResource) };
  },
});
