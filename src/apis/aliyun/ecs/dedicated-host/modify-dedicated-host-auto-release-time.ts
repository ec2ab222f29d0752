// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydedicatedhostautoreleasetime
import { action } from '#apis/context.ts';
import { changeHostReleaseTime } from '#resources/dedicated-host/verbs/release-host.ts';
import * as model from '../models/modify-dedicated-host-auto-release-time.ts';
import { releaseTime } from './release-time.ts';

/** Without a time, the host is not released by itself any more. */
export const modifyDedicatedHostAutoReleaseTime = action.write({
  model,
  input: { AutoReleaseTime: { max: 64 } },
  handle: async (context, { DedicatedHostId: host, AutoReleaseTime: text }) => {
    const at = text === undefined ? null : releaseTime(text, context.now);
    await changeHostReleaseTime(context, { host, region: context.region, at });
  },
});
