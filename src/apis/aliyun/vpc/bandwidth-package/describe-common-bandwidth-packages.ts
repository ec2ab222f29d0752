// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describecommonbandwidthpackages
import { action, type ReadContext } from '#apis/context.ts';
import { membersOf } from '#resources/bandwidth-package/usage.ts';
import { listPackages } from '#resources/bandwidth-package/verbs/list-packages.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-common-bandwidth-packages.ts';
import { isProtected, shownPackage } from './render-package.ts';

/** As many as may be looked at; an account has twenty. */
const PACKAGES_MAX = 1_000;

/** The keys of packages that are protected against attacks, or are not. */
async function withProtection(
  context: ReadContext,
  { key, is }: { readonly key: string | undefined; readonly is: boolean },
): Promise<readonly string[]> {
  const { items } = await listPackages(context, {
    region: context.region,
    query: { keys: key === undefined ? undefined : [key] },
    newestFirst: true,
    page: { offset: 0, limit: PACKAGES_MAX },
  });
  return items.filter((one) => isProtected(one) === is).map((one) => one.key);
}

/** Packages of the region, the newest first. No order is ever pending. */
export const describeCommonBandwidthPackages = action.read({
  model,
  input: {
    BandwidthPackageId: id('bandwidth-package'),
    IncludeReservationData: { deprecated: true },
    Tag: tagFilters,
    ...numbered(50),
  },
  output: {
    CommonBandwidthPackages: {
      item: {
        fields: {
          PublicIpAddresses: { item: { fields: { AllocationId: id('elastic-address') } } },
          ...each(
            [
              'ReservationActiveTime',
              'ReservationBandwidth',
              'ReservationInternetChargeType',
              'ReservationOrderType',
            ],
            { optional: true },
          ),
        },
      },
    },
  },
  handle: async (context, input) => {
    const { account, db, region } = context;
    const { BandwidthPackageId: key, Name: name } = input;
    const protectedOnes =
      input.SecurityProtectionEnabled === undefined
        ? undefined
        : await withProtection(context, { key, is: input.SecurityProtectionEnabled });
    const { total, items } = await listPackages(context, {
      region,
      query: {
        keys: protectedOnes ?? (key === undefined ? undefined : [key]),
        names: name === undefined ? undefined : [name],
        resourceGroups: groupsAsked(account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tag),
      },
      newestFirst: true,
      page: offsetAndLimit(input),
    });
    const keys = items.map((one) => one.key);
    const members = await membersOf(db, keys);
    const tags = await tagsOf(db, 'bandwidth-package', keys);
    return {
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      TotalCount: total,
      CommonBandwidthPackages: items.map((one) =>
        shownPackage(one, { members: members.get(one.key), tags: tags.get(one.key) }),
      ),
    };
  },
});
