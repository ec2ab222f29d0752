// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-allocateeipaddress
import { integerOf } from '#kernel/ids.ts';
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import type { AddressInternet } from '#resources/elastic-address/elastic-address.ts';
import { buyAddresses } from '#resources/elastic-address/verbs/allocate-addresses.ts';
import { requireBandwidth } from '#resources/elastic-address/verbs/change-bandwidth.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { id, list, string } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken, silent } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/allocate-eip-address.ts';
import { addressDescription, addressName, bandwidth } from './address-inputs.ts';
import { outMbpsMax } from './words.ts';

const kindNotSold = { reasons: { value: elasticAddressFaults.kindNotSold } } as const;

/** An elastic address. */
export const allocateEipAddress = action.write({
  model,
  input: {
    Bandwidth: { ...bandwidth, default: '5' },
    Name: addressName,
    Description: addressDescription,
    ISP: { values: ['BGP'], default: 'BGP', ...kindNotSold },
    InstanceChargeType: { values: ['PrePaid', 'PostPaid'], default: 'PostPaid' },
    InternetChargeType: { values: ['PayByBandwidth', 'PayByTraffic'], default: 'PayByBandwidth' },
    Netmode: { values: ['public'] },
    Period: { min: 1, default: 1 },
    PricingCycle: { values: ['Month', 'Year'], default: 'Month' },
    SecurityProtectionTypes: list(string({ max: 64 }), { max: 10 }),
    Tag: givenTags,
    ClientToken: clientToken,
    ...each(['ActivityId', 'AutoPay'], silent),
  },
  output: { AllocationId: id('elastic-address') },
  handle: async (context, asked) => {
    const { region } = context;
    const others = [asked.InstanceId, asked.IpAddress, asked.PublicIpAddressPoolId, asked.Zone];
    // Neither addresses of earlier, nor pools or boxes of one's own are here.
    const isProtected = (asked.SecurityProtectionTypes ?? []).length > 0;
    if (isProtected || others.some((one) => one !== undefined)) {
      throw elasticAddressFaults.kindNotSold();
    }
    const internet = internetOf(asked);
    requireBandwidth(internet, outMbpsMax);
    const resourceGroup = await groupForNew(context, asked.ResourceGroupId);
    const { addresses, order } = await buyAddresses(context, {
      region,
      count: 1,
      internet,
      prepaid: prepaidOf(asked),
      name: asked.Name ?? null,
      description: asked.Description ?? null,
      resourceGroup: resourceGroup === '' ? null : resourceGroup,
      tags: checkedTags(asked.Tag),
    });
    const [address] = addresses;
    if (address === undefined) throw elasticAddressFaults.exhausted();
    return {
      AllocationId: address.key,
      EipAddress: formatAddress(address.address),
      OrderId: order === null ? 0 : integerOf(order),
      ResourceGroupId: resourceGroup,
    };
  },
});

/** What the older action of ECS has no parameter for is not given. */
interface Charged {
  readonly Bandwidth: string;
  readonly InstanceChargeType?: string;
  readonly InternetChargeType: string;
  readonly Period: number;
  readonly PricingCycle: string;
}

/** What is paid in advance is paid by its bandwidth. */
function internetOf({ Bandwidth, ...asked }: Charged): AddressInternet {
  const outMbps = Number(Bandwidth);
  const isPrepaid = asked.InstanceChargeType === 'PrePaid';
  if (asked.InternetChargeType === 'PayByTraffic') {
    if (isPrepaid) throw elasticAddressFaults.periodMissing();
    return { chargeType: 'traffic', outMbps };
  }
  return { chargeType: isPrepaid ? 'bandwidth-prepaid' : 'bandwidth-hourly', outMbps };
}

/** Up to nine months, or five years. */
function prepaidOf({ InstanceChargeType, Period, PricingCycle }: Charged) {
  if (InstanceChargeType !== 'PrePaid') return null;
  const isYears = PricingCycle === 'Year';
  if (Period > (isYears ? 5 : 9)) throw elasticAddressFaults.periodNotSold();
  return { months: isYears ? Period * 12 : Period, renewal: 'manual' as const };
}
