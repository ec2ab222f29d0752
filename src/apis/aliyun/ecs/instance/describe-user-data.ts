// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeuserdata
import { action } from '#apis/context.ts';
import { blobsOf } from '#resources/blob/blobs.ts';
import * as model from '../models/describe-user-data.ts';
import { namedInstance } from './named-instance.ts';

/** The user data in Base64, as it was given; an empty text where there is none. */
export const describeUserData = action.read({
  model,
  handle: async (context, { InstanceId }) => {
    const { db, region } = context;
    await namedInstance(context, InstanceId, region);
    const given = await blobsOf(db, 'user-data', [InstanceId]);
    return { InstanceId, RegionId: region, UserData: given.get(InstanceId) ?? '' };
  },
});
