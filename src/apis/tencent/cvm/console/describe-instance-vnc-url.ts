// https://cloud.tencent.com/document/api/213/15692 (seed 004 L11743)
import { consoleAddress } from '#apis/console-address.ts';
import { action } from '#apis/context.ts';
import { openConsole } from '#resources/console/verbs/open-console.ts';
import { instanceIdMeant } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/describe-instance-vnc-url.ts';

/** An address that opens the console once, within fifteen seconds. */
export const describeInstanceVncUrl = action.write({
  model,
  input: { InstanceId: instanceIdMeant },
  handle: async (context, { InstanceId: key }) => {
    const { region } = context;
    const token = await openConsole(context, { key, region, asksPassword: false });
    return { InstanceVncUrl: consoleAddress(context, token) };
  },
});
