// https://cloud.tencent.com/document/product/213/15721 (seed 004 L31066)
import { action } from '#apis/context.ts';
import { buyBandwidth } from '#resources/instance/verbs/buy-bandwidth.ts';
import {
  bandwidthChangeInput,
  bandwidthChangeOf,
} from '../../structs/bandwidth/bandwidth-change.ts';
import { someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/reset-instances-internet-max-bandwidth.ts';

/** Changes how much of the internet instances have, in the way in which it is charged. */
export const resetInstancesInternetMaxBandwidth = action.write({
  name: model.name,
  input: bandwidthChangeInput,
  rules: [someInstanceIds],
  output: model.response,
  handle: async (context, input) => {
    await buyBandwidth(context, bandwidthChangeOf(input, context.region));
  },
});
