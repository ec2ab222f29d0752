// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-releasededicatedhost
import { action } from '#apis/context.ts';
import { releaseHost } from '#resources/dedicated-host/verbs/release-host.ts';
import * as model from '../models/release-dedicated-host.ts';

/** Gives back a host that is paid by the hour and that nothing is on. */
export const releaseDedicatedHost = action.write({
  model,
  handle: (context, { DedicatedHostId: host }) =>
    releaseHost(context, { host, region: context.region }),
});
