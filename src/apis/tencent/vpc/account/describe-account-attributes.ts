// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeAccountAttributes.
import { action } from '../../../context.ts';
import * as model from '../models/describe-account-attributes.ts';

/** Private attributes, which the vendor gives single accounts: nobody has one here. */
export const describeAccountAttributes = action.read({
  model,
  handle: async () => ({ AccountAttributeSet: [] }),
});
