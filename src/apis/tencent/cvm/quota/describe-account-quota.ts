// https://cloud.tencent.com/document/api/213/55628 (seed 004 L16572)
import { action, type ReadContext } from '#apis/context.ts';
import { vendorRegionName, zonesOfVendor } from '#catalogue/places.ts';
import { quotaInZone, spotQuotaInZone, type QuotaUsed } from '#resources/instance/quotas.ts';
import { groupQuotas } from '../placement-group/group-quotas.ts';
import { appIdOf } from '../../structs/account/app-id.ts';
import { filteredQuotas, quotaFilters, type QuotaSet } from './quota-filters.ts';
import * as model from '../models/describe-account-quota.ts';

/** A launch has at most a hundred instances (L8872). */
const ONCE_MAX = 100;

/** What the account may have in each zone of the region, and has. */
export const describeAccountQuota = action.read({
  model,
  input: { Filters: quotaFilters.shape },
  handle: async (context, { Filters }) => {
    const { region, account } = context;
    const { zones = zonesOfVendor('tencent', region), sets } = filteredQuotas(Filters, region);
    const asks = (set: QuotaSet) => sets === undefined || sets.includes(set);
    return {
      AppId: appIdOf(account),
      AccountQuotaOverview: {
        Region: vendorRegionName('tencent', region) ?? '',
        AccountQuota: {
          PostPaidQuotaSet: asks('PostPaidQuotaSet')
            ? await inZones(context, zones, 'postpaid')
            : [],
          PrePaidQuotaSet: asks('PrePaidQuotaSet')
            ? (await inZones(context, zones, 'prepaid')).map((quota) => ({
                ...quota,
                OnceQuota: Math.min(ONCE_MAX, quota.RemainingQuota),
              }))
            : [],
          SpotPaidQuotaSet: asks('SpotPaidQuotaSet') ? await inZones(context, zones, 'spot') : [],
          ImageQuotaSet: asks('ImageQuotaSet') ? [noImages] : [],
          DisasterRecoverGroupQuotaSet: asks('DisasterRecoverGroupQuotaSet')
            ? [await groupQuotas(context)]
            : [],
        },
      },
    };
  },
});

/** Nothing makes images yet: none may be had. */
const noImages = { UsedQuota: 0, TotalQuota: 0 };

async function inZones(
  context: ReadContext,
  zones: readonly string[],
  chargeType: 'postpaid' | 'prepaid' | 'spot',
) {
  const { region } = context;
  const quotas = [];
  for (const zone of zones) {
    const quota =
      chargeType === 'spot'
        ? await spotQuotaInZone(context, { region, zone })
        : await quotaInZone(context, { region, zone, chargeType });
    quotas.push(shown(zone, quota));
  }
  return quotas;
}

function shown(Zone: string, { used, limit }: QuotaUsed) {
  return {
    Zone,
    UsedQuota: used,
    TotalQuota: limit,
    RemainingQuota: Math.max(limit - used, 0),
  };
}
