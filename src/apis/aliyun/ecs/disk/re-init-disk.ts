// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-reinitdisk
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisks } from '#resources/disk/require.ts';
import { imageToInstall } from '#resources/instance/verbs/image-to-install.ts';
import { reinitDisk, requireReinitialisable } from '#resources/instance/verbs/reinit-disk.ts';
import { reinstall } from '#resources/instance/verbs/reinstall.ts';
import { requireNoMaking } from '#resources/snapshot/require-no-making.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import { reinstallLoginOf } from '../instance/reinstall-login.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/re-init-disk.ts';

/** Gives a disk of a stopped instance the content again that it was made with. */
export const reInitDisk = action.write({
  model,
  region: 'none',
  input: {
    // Of a system disk; a data disk is opened by neither.
    Password: { secret: true },
    AutoStartInstance: { default: false },
    SecurityEnhancementStrategy: silent,
  },
  handle: async (context, asked) => {
    const { AutoStartInstance: start } = asked;
    const [disk] = await requireDisks(context, [asked.DiskId], null);
    if (disk === undefined) throw diskFaults.notFound({ disk: asked.DiskId });
    if (disk.instance === null) throw diskFaults.wrongState({ disk: disk.key, state: disk.state });
    const instance = await unexpiredInstance(context, disk.instance);
    await requireNoMaking(context, [disk.key]);
    if (disk.role === 'data') return reinitDisk(context, { instance, disk, start });
    requireReinitialisable(instance);
    const named = { instance: instance.key, region: null };
    const image = await imageToInstall(context, { ...named, image: undefined });
    await reinstall(context, {
      ...named,
      image,
      sizeGiB: null,
      login: await reinstallLoginOf({ ...context, region: instance.region }, asked, image),
      newDisk: 'never',
      encrypted: disk.encrypted,
      running: 'refuse',
      start,
    });
  },
});
