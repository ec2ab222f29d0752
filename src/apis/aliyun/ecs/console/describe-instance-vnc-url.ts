// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancevncurl
import { consoleAddress } from '#apis/console-address.ts';
import { action } from '#apis/context.ts';
import { consoleFaults } from '#resources/console/faults.ts';
import { openConsole } from '#resources/console/verbs/open-console.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/describe-instance-vnc-url.ts';

/** An address that opens the console once, within fifteen seconds. */
export const describeInstanceVncUrl = action.write({
  model,
  handle: async (context, { InstanceId: key }) => {
    const { region } = context;
    const instance = await namedInstance(context, key);
    if (instance.region !== region) throw consoleFaults.elsewhere({ instance: key });
    if (instance.fault !== null) throw consoleFaults.notReady({ instance: key });
    const token = await openConsole(context, { key, region, asksPassword: true });
    return { VncUrl: consoleAddress(context, token) };
  },
});
