// https://cloud.tencent.com/document/api/213/15723 (seed 004 L19139)
import { action } from '#apis/context.ts';
import { returnInstances } from '#resources/instance/verbs/return-instances.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/terminate-instances.ts';

/**
 * Releases instances, all of one charge type: those paid by use for good, running or not; those
 * paid in advance into the recycle bin first, and from there for good (L19149-19155). What was not
 * used of these comes back.
 */
export const terminateInstances = action.write({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    ReleasePrepaidDataDisks: { default: false },
    ReleaseAddress: { default: false, deprecated: true },
  },
  rules: [someInstanceIds],
  handle: async (context, { InstanceIds: keys, ReleasePrepaidDataDisks: releases }) => {
    const { region } = context;
    const prepaidDisks = releases ? 'all' : 'none';
    const prepaid = 'recycle';
    await returnInstances(context, { keys, region, force: true, prepaid, prepaidDisks });
  },
});
