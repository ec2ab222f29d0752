// https://cloud.tencent.com/document/api/215/16699 and models/tencent/vpc.json AllocateAddresses.
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { requireRoom } from '#resources/bandwidth-package/verbs/change-members.ts';
import { requirePackage } from '#resources/bandwidth-package/verbs/list-packages.ts';
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import * as verbs from '#resources/elastic-address/verbs/allocate-addresses.ts';
import { requireBandwidth } from '#resources/elastic-address/verbs/change-bandwidth.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { id, list } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/allocate-addresses.ts';
import {
  addressName,
  prepaidAsked,
  prepaidOf,
} from '../../structs/elastic-address/address-inputs.ts';
import { addressChargeTypes, outMbpsMax } from '../../structs/elastic-address/words.ts';

/** Kinds of addresses and of lines that are not here, each refused as soon as it is asked for. */
const otherKinds = [
  'IPChargeType',
  'AnycastZone',
  'DedicatedClusterId',
  'AntiDDoSPackageId',
] as const;

/** The quota bounds it; this one bounds the request. */
const COUNT_MAX = 100;

const input = {
  AddressCount: {
    default: 1,
    min: 1,
    max: COUNT_MAX,
    reasons: { range: elasticAddressFaults.countOutOfRange },
  },
  InternetServiceProvider: {
    values: ['BGP'],
    default: 'BGP',
    empty: 'absent',
    reasons: { value: elasticAddressFaults.kindNotSold },
  },
  InternetChargeType: {
    values: addressChargeTypes.names,
    default: 'TRAFFIC_POSTPAID_BY_HOUR',
    empty: 'absent',
  },
  InternetMaxBandwidthOut: { default: 1 },
  AddressChargePrepaid: prepaidAsked,
  AddressType: {
    values: ['EIP'],
    default: 'EIP',
    empty: 'absent',
    reasons: { value: elasticAddressFaults.kindNotSold },
  },
  ...each(otherKinds, { empty: 'absent' }),
  Egress: {
    values: ['center_egress1'],
    empty: 'absent',
    reasons: { value: elasticAddressFaults.kindNotSold },
  },
  ApplicableForCLB: { deprecated: true },
  Tags: tagsGiven,
  BandwidthPackageId: id('bandwidth-package', {
    empty: 'absent',
    reasons: { malformed: bandwidthPackageFaults.malformed },
  }),
  AddressName: addressName,
  ClientToken: { empty: 'absent', pattern: /^[ -~]*$/, max: 64 },
} as const;

/** Elastic addresses, alike. */
export const allocateAddresses = action.write({
  model,
  token: 'ClientToken',
  input,
  output: { AddressSet: list(id('elastic-address')) },
  handle: async (context, asked) => {
    const { region } = context;
    refuseOthers(asked);
    const chargeType = addressChargeTypes.neutral(asked.InternetChargeType);
    const internet = { chargeType, outMbps: asked.InternetMaxBandwidthOut };
    requireBandwidth(internet, outMbpsMax);
    const { BandwidthPackageId: inPackage } = asked;
    if (inPackage !== undefined) {
      const found = await requirePackage(context, { package: inPackage, region });
      await requireRoom(context, found, asked.AddressCount);
    }
    const addresses = await verbs.allocateAddresses(context, {
      region,
      count: asked.AddressCount,
      name: asked.AddressName ?? null,
      internet,
      package: inPackage ?? null,
      prepaid:
        asked.AddressChargePrepaid === undefined ? null : prepaidOf(asked.AddressChargePrepaid),
      tags: checkedTags(asked.Tags),
    });
    const number = await networkTask(context, region);
    return { AddressSet: addresses.map(({ key }) => key), TaskId: String(number) };
  },
});

const asked = overlay(model.request, input);

function refuseOthers(given: InferIn<typeof asked>): void {
  const isOther = otherKinds.some((name) => given[name] !== undefined);
  if (isOther || given.VipCluster !== undefined || given.IsDedicatedAddressPool === false) {
    throw elasticAddressFaults.kindNotSold();
  }
  const isPrepaid = given.InternetChargeType === 'BANDWIDTH_PREPAID_BY_MONTH';
  if (isPrepaid !== (given.AddressChargePrepaid !== undefined)) {
    throw elasticAddressFaults.periodMissing();
  }
  if (given.BandwidthPackageId !== undefined && given.InternetChargeType !== 'BANDWIDTH_PACKAGE') {
    throw bandwidthPackageFaults.notForCharge();
  }
}
