// https://cloud.tencent.com/document/api/215/19212 and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { createPackages } from '#resources/bandwidth-package/verbs/create-packages.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-bandwidth-package.ts';
import { packageCharge, packageMbps, packageName } from './package-fields.ts';
import { checkPackage, networkTypes, packageChargeTypes, UNSAID } from './words.ts';

/** Makes packages, which are there at once. */
export const createBandwidthPackage = action.write({
  model,
  input: {
    NetworkType: { default: 'BGP', values: networkTypes.names },
    ChargeType: { ...packageCharge, default: 'ENHANCED95_POSTPAID_BY_MONTH' },
    BandwidthPackageName: packageName,
    BandwidthPackageCount: {
      default: 1,
      min: 1,
      max: 20,
      reasons: { range: bandwidthPackageFaults.countOutOfRange },
    },
    // Without one nothing bounds it, which is shown as 0: -1 is what was asked for.
    InternetMaxBandwidth: { ...packageMbps, default: UNSAID },
    Tags: tagsGiven,
    Protocol: { default: 'ipv4', values: ['ipv4', 'ipv6'] },
    TimeSpan: { min: 1, max: 60, reasons: { range: bandwidthPackageFaults.periodOutOfRange } },
    Egress: {
      default: 'center_egress1',
      values: ['center_egress1', 'center_egress2', 'center_egress3'],
    },
  },
  handle: async (context, input) => {
    if (input.DesignatedZone !== undefined) throw bandwidthPackageFaults.zoneNotHere();
    const what = {
      line: networkTypes.neutral(input.NetworkType),
      charge: packageChargeTypes.neutral(input.ChargeType),
      mbps: input.InternetMaxBandwidth,
    };
    checkPackage(what);
    const { TimeSpan: months } = input;
    if (months !== undefined && what.charge !== 'prepaid') {
      throw bandwidthPackageFaults.chargeNotHere();
    }
    const keys = await createPackages(context, {
      ...what,
      region: context.region,
      name: input.BandwidthPackageName ?? null,
      description: null,
      protocol: input.Protocol,
      resourceGroup: null,
      protected: false,
      own: { Egress: input.Egress },
      count: input.BandwidthPackageCount,
      months,
      tags: checkedTags(input.Tags),
    });
    return { BandwidthPackageId: keys[0] ?? '', BandwidthPackageIds: keys };
  },
});
