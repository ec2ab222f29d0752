// https://cloud.tencent.com/document/api/213/16476 (seed 004 L21759)
import { action } from '#apis/context.ts';
import { renewHosts as renewHostsVerb } from '#resources/dedicated-host/verbs/renew-hosts.ts';
import * as model from '../models/renew-hosts.ts';
import { hostIds, hostPrepaid, hostPrepaidOf } from './host-fields.ts';

/** Pays hosts for longer, all or none. */
export const renewHosts = action.write({
  model,
  input: { HostIds: hostIds, HostChargePrepaid: { ...hostPrepaid, required: true } },
  handle: async (context, { HostIds: keys, HostChargePrepaid }) => {
    await renewHostsVerb(context, {
      keys,
      region: context.region,
      ...hostPrepaidOf(HostChargePrepaid),
    });
  },
});
