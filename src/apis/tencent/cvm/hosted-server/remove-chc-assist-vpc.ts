// https://cloud.tencent.com/document/api/213/64982 (seed 004 L23230)
import { action } from '#apis/context.ts';
import { clearServers } from '#resources/hosted-server/verbs/networks.ts';
import * as model from '../models/remove-chc-assist-vpc.ts';
import { chcIdsMeant } from './chc-fields.ts';

/** Takes servers out of all their networks. */
export const removeChcAssistVpc = action.write({
  model,
  input: { ChcIds: chcIdsMeant },
  handle: (context, { ChcIds: keys }) =>
    clearServers(context, { region: context.region, keys, kinds: ['management', 'deployment'] }),
});
