// https://cloud.tencent.com/document/api/215/19208 and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { changePackage } from '#resources/bandwidth-package/verbs/change-package.ts';
import * as model from '../models/modify-bandwidth-package-attribute.ts';
import { packageCharge, packageMeant, packageName } from './package-fields.ts';
import { checkPackage, packageChargeTypes, UNBOUNDED, UNSAID } from './words.ts';

/** Changes the name of a package and how it is charged. */
export const modifyBandwidthPackageAttribute = action.write({
  model,
  input: {
    BandwidthPackageId: packageMeant,
    BandwidthPackageName: packageName,
    ChargeType: packageCharge,
  },
  handle: (context, input) => {
    const { BandwidthPackageName: name, ChargeType: type } = input;
    if (name === undefined && type === undefined) throw bandwidthPackageFaults.nothingChanged();
    return changePackage(context, {
      package: input.BandwidthPackageId,
      region: context.region,
      change: { name, charge: type === undefined ? undefined : packageChargeTypes.neutral(type) },
      ...(type === undefined ? {} : { check: checkCharge }),
    });
  },
});

function checkCharge(one: Parameters<typeof checkPackage>[0]): void {
  checkPackage({ ...one, mbps: one.mbps === UNSAID ? UNBOUNDED : one.mbps });
}
