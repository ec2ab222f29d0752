// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-redeploydedicatedhost
import { action } from '#apis/context.ts';
import { redeployHost } from '#resources/dedicated-host/verbs/redeploy-host.ts';
import * as model from '../models/redeploy-dedicated-host.ts';

/** Moves a host to another server, where its instances boot again. */
export const redeployDedicatedHost = action.write({
  model,
  input: { MigrationType: { values: ['reboot'], default: 'reboot' } },
  handle: (context, { DedicatedHostId: host }) =>
    redeployHost(context, { host, region: context.region }),
});
