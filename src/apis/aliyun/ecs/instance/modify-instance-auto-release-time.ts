// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstanceautoreleasetime
import { action } from '#apis/context.ts';
import { changeReleaseTime } from '#resources/instance/verbs/change-release-time.ts';
import * as model from '../models/modify-instance-auto-release-time.ts';
import { releaseTimeOf } from './auto-release-time.ts';

/** Without a time, the instance is not released by itself any more. */
export const modifyInstanceAutoReleaseTime = action.write({
  model,
  region: 'optional',
  input: { AutoReleaseTime: { max: 64 } },
  handle: async (context, { InstanceId: key, AutoReleaseTime: text }) => {
    const { region, now } = context;
    const at = text === undefined ? null : releaseTimeOf(text, now);
    await changeReleaseTime(context, { key, region: region === '' ? null : region, at });
  },
});
