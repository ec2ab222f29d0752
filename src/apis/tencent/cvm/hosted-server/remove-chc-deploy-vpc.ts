// https://cloud.tencent.com/document/api/213/64981 (seed 004 L23375)
import { action } from '#apis/context.ts';
import { clearServers } from '#resources/hosted-server/verbs/networks.ts';
import * as model from '../models/remove-chc-deploy-vpc.ts';
import { chcIdsMeant } from './chc-fields.ts';

/** Takes servers out of that of their deployment. */
export const removeChcDeployVpc = action.write({
  model,
  input: { ChcIds: chcIdsMeant },
  handle: (context, { ChcIds: keys }) =>
    clearServers(context, { region: context.region, keys, kinds: ['deployment'] }),
});
