// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancevncpasswd
import { action } from '#apis/context.ts';
import { consoleFaults } from '#resources/console/faults.ts';
import { setConsolePassword } from '#resources/console/verbs/open-console.ts';
import { requireState } from '#resources/instance/require.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/modify-instance-vnc-passwd.ts';

/** What an address of the console asks for from now on; every instance is I/O optimized. */
export const modifyInstanceVncPasswd = action.write({
  model,
  input: {
    VncPassword: {
      pattern: /^[A-Za-z0-9]{6}$/,
      secret: true,
      empty: 'kept',
      reasons: consoleFaults.passwordMalformed,
    },
  },
  handle: async (context, { InstanceId: key, VncPassword }) => {
    const instance = await namedInstance(context, key, context.region);
    requireState(instance, 'modify');
    await setConsolePassword(context, key, VncPassword);
  },
});
