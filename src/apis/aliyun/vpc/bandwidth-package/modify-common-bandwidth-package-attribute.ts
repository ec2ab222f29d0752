// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifycommonbandwidthpackageattribute
import { action } from '#apis/context.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { changePackage } from '#resources/bandwidth-package/verbs/change-package.ts';
import * as model from '../models/modify-common-bandwidth-package-attribute.ts';
import { packageDescription, packageName, packageNamed } from './package-fields.ts';

/** Changes the name or the description of a package. */
export const modifyCommonBandwidthPackageAttribute = action.write({
  model,
  input: { Name: packageName, Description: packageDescription },
  handle: (context, { BandwidthPackageId: key, Name: name, Description: description }) => {
    if (name === undefined && description === undefined) {
      throw bandwidthPackageFaults.nothingChanged();
    }
    return changePackage(context, { ...packageNamed(context, key), change: { name, description } });
  },
});
