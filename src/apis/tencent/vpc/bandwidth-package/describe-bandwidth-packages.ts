// https://cloud.tencent.com/document/api/215/19209 and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { listPackages } from '#resources/bandwidth-package/verbs/list-packages.ts';
import { time } from '#wire/builders.ts';
import { asks } from '../../structs/filters.ts';
import { idsOrFilters, keysNamed, pageOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFilters, vpcIds } from '../listing.ts';
import * as model from '../models/describe-bandwidth-packages.ts';
import { shownPackage } from './render-package.ts';
import { networkTypes, packageChargeTypes } from './words.ts';

const filters = vpcFilters(
  {
    'bandwidth-package-id': asks('keys', filteredId('bandwidth-package')),
    'bandwidth-package-name': asks('names'),
    'network-type': asks('lines', networkTypes.find),
    'charge-type': asks('charges', packageChargeTypes.find),
  },
  ['tag-key', 'tag-value'],
);

/** Packages of the region, the newest first. */
export const describeBandwidthPackages = action.read({
  model,
  input: {
    BandwidthPackageIds: vpcIds('bandwidth-package'),
    Filters: filters.shape,
    ...numberedPage,
  },
  rules: [idsOrFilters('BandwidthPackageIds')],
  output: {
    BandwidthPackageSet: {
      item: {
        fields: {
          CreatedTime: time({ form: 'seconds' }),
          Deadline: time({ form: 'seconds', nullable: true }),
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region } = context;
    const query = filters.read(input.Filters, region);
    const keys = keysNamed(input.BandwidthPackageIds) ?? query.keys;
    const { total, items } = await listPackages(context, {
      region,
      query: { ...query, keys },
      newestFirst: true,
      page: pageOf(input),
    });
    return { TotalCount: total, BandwidthPackageSet: items.map((one) => shownPackage(one)) };
  },
});
