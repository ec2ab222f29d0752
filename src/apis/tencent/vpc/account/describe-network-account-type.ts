// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// DescribeNetworkAccountType.
import { action } from '../../../context.ts';
import * as model from '../models/describe-network-account-type.ts';

/** Bandwidth is an address's own, as with all accounts of today. */
export const describeNetworkAccountType = action.read({
  model,
  handle: () => Promise.resolve({ NetworkAccountType: 'STANDARD' }),
});
