// https://cloud.tencent.com/doc/api/229/重装系统 (seed 004 L53412)
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { id, integer, string, structure } from '#wire/builders.ts';
import { withDefaults } from '#wire/with-defaults.ts';
import { loginAsked } from '../../structs/instance/login.ts';
import { olderLaunch } from '../../structs/instance/older-launch.ts';
import { reinstallInstance } from '../../structs/instance/reinstall.ts';

/** No agent runs here. */
const agent = integer({ values: [0, 1], deprecated: true });

/** Installs the system of an instance anew. The name is plural, and the instance is one. */
export const resetInstances = action.write({
  name: 'ResetInstances',
  input: structure(
    {
      instanceId: id('instance', { required: true }),
      // Of the image, whose id says it already.
      imageType: integer({ values: [1, 2, 3, 4], deprecated: true }),
      imageId: id('image', { empty: 'absent', reasons: { malformed: imageFaults.malformed } }),
      password: string({ secret: true, empty: 'absent' }),
      needSecurityAgent: agent,
      needMonitorAgent: agent,
      rootSize: integer({ min: 1 }),
    },
    {
      rules: [{ rule: 'requires', field: 'imageId', when: { field: 'imageType', present: true } }],
    },
  ),
  output: structure({ requestId: string() }),
  handle: async (context, { instanceId, imageId, password, rootSize }) => {
    const asked = {
      InstanceId: instanceId,
      ImageId: imageId,
      ...(rootSize === undefined ? {} : { SystemDisk: { DiskSize: rootSize } }),
      ...(password === undefined
        ? {}
        : { LoginSettings: withDefaults(loginAsked, { Password: password }) }),
    };
    await reinstallInstance(context, asked, olderLaunch.login);
    return { requestId: context.requestId };
  },
});
