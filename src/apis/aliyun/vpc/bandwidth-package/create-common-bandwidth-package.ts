// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createcommonbandwidthpackage
import { action } from '#apis/context.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { createPackages } from '#resources/bandwidth-package/verbs/create-packages.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-common-bandwidth-package.ts';
import { mbpsOf, packageDescription, packageName } from './package-fields.ts';
import { chargesAsked, ispWords } from './words.ts';

const ENHANCED = 'AntiDDoS_Enhanced';

/** Makes a package, which is there at once. */
export const createCommonBandwidthPackage = action.write({
  model,
  input: {
    ISP: { default: 'BGP', values: ispWords.names },
    Name: packageName,
    Description: packageDescription,
    InternetChargeType: {
      default: 'PayByBandwidth',
      values: Object.keys(chargesAsked) as ReadonlyArray<keyof typeof chargesAsked>,
      reasons: bandwidthPackageFaults.chargeNotHere,
    },
    Ratio: { min: 20, max: 100 },
    SecurityProtectionTypes: { max: 1, item: { values: [ENHANCED] } },
    Tag: givenTags,
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    // Zones of cloud boxes alone have packages of their own.
    if (input.Zone !== undefined) throw bandwidthPackageFaults.zoneNotHere();
    const resourceGroup = await groupForNew(context, input.ResourceGroupId);
    const [key = ''] = await createPackages(context, {
      region: context.region,
      name: input.Name ?? null,
      description: input.Description ?? null,
      line: ispWords.neutral(input.ISP),
      charge: chargesAsked[input.InternetChargeType],
      mbps: mbpsOf(input.Bandwidth),
      protocol: 'ipv4',
      resourceGroup,
      protected: false,
      own: { Ratio: input.Ratio, SecurityProtectionTypes: input.SecurityProtectionTypes },
      count: 1,
      tags: checkedTags(input.Tag),
    });
    return { BandwidthPackageId: key, ResourceGroupId: resourceGroup };
  },
});
