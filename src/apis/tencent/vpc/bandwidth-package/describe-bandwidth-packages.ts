// https://cloud.tencent.com/document/api/215/19209 and models/tencent/vpc.json.
import { action, type ReadContext } from '#apis/context.ts';
import { membersOf } from '#resources/bandwidth-package/usage.ts';
import { listPackages } from '#resources/bandwidth-package/verbs/list-packages.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { id, time } from '#wire/builders.ts';
import { asks } from '../../structs/filters.ts';
import { idsOrFilters, keysNamed, pageOf } from '../../structs/listing.ts';
import { filteredId, numberedPage, vpcFilters, vpcIds } from '../listing.ts';
import * as model from '../models/describe-bandwidth-packages.ts';
import { shownPackage } from './render-package.ts';
import { addressOf } from './resource-fields.ts';
import { networkTypes, packageChargeTypes } from './words.ts';

/** As many as may be looked at for their resources; an account has twenty. */
const PACKAGES_MAX = 1_000;

const filters = vpcFilters(
  {
    'bandwidth-package-id': asks('keys', filteredId('bandwidth-package')),
    'bandwidth-package-name': asks('names'),
    'network-type': asks('lines', networkTypes.find),
    'charge-type': asks('charges', packageChargeTypes.find),
    'resource.resource-type': asks('ofType'),
    'resource.resource-id': asks('ofAddress', addressOf),
    'resource.address-ip': asks('ofIp', parseAddress),
  },
  ['tag-key', 'tag-value'],
);

interface ResourcesAsked {
  readonly keys: readonly string[] | undefined;
  readonly ofType: readonly string[] | undefined;
  readonly ofAddress: readonly string[] | undefined;
  readonly ofIp: readonly number[] | undefined;
}

/** The packages among those named that have such resources; as named where none are asked for. */
async function withResources(
  context: ReadContext,
  { keys, ofType, ofAddress, ofIp }: ResourcesAsked,
): Promise<readonly string[] | undefined> {
  if (ofType === undefined && ofAddress === undefined && ofIp === undefined) return keys;
  if (ofType !== undefined && !ofType.includes('Address')) return [];
  const page = { offset: 0, limit: PACKAGES_MAX };
  const all = { region: context.region, query: { keys }, newestFirst: true, page };
  const { items } = await listPackages(context, all);
  const named = items.map(({ key }) => key);
  const members = await membersOf(context.db, named);
  return named.filter((key) =>
    (members.get(key) ?? []).some(
      (one) =>
        (ofAddress === undefined || ofAddress.includes(one.key)) &&
        (ofIp === undefined || ofIp.includes(one.address)),
    ),
  );
}

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
          ResourceSet: { item: { fields: { ResourceId: id('elastic-address') } } },
          CreatedTime: time({ form: 'seconds' }),
          Deadline: time({ form: 'seconds', nullable: true }),
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region } = context;
    const query = filters.read(input.Filters, region);
    const { ofType, ofAddress, ofIp, ...asked } = query;
    const named = keysNamed(input.BandwidthPackageIds) ?? asked.keys;
    const keys = await withResources(context, { keys: named, ofType, ofAddress, ofIp });
    const { total, items } = await listPackages(context, {
      region,
      query: { ...asked, keys },
      newestFirst: true,
      page: pageOf(input),
    });
    const members = await membersOf(
      context.db,
      items.map(({ key }) => key),
    );
    const BandwidthPackageSet = items.map((one) => shownPackage(one, members.get(one.key)));
    return { TotalCount: total, BandwidthPackageSet };
  },
});
