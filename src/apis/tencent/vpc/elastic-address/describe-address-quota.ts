// https://cloud.tencent.com/document/api/215/16701 and models/tencent/vpc.json
// DescribeAddressQuota.
import { addressQuotas } from '#resources/elastic-address/quota.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-address-quota.ts';

/** How many addresses there may be and are, and of those of today. */
export const describeAddressQuota = action.read({
  model,
  handle: async (context) => {
    const { held, applied, givenAnew } = await addressQuotas(context, context.region);
    const quotas = [
      { QuotaId: 'TOTAL_EIP_QUOTA', ...held },
      { QuotaId: 'DAILY_EIP_APPLY', ...applied },
      { QuotaId: 'DAILY_PUBLIC_IP_ASSIGN', ...givenAnew },
    ];
    return {
      QuotaSet: quotas.map(({ QuotaId, used, limit }) => ({
        QuotaId,
        QuotaCurrent: used,
        QuotaLimit: limit,
        QuotaGroup: '',
      })),
    };
  },
});
