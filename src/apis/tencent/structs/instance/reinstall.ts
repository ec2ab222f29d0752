import type { WriteContext } from '#apis/context.ts';
import { inWords } from '#apis/said.ts';
import { categoriesOf } from '#catalogue/tencent/disks.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { Image } from '#resources/image/image.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { imageToInstall } from '#resources/instance/verbs/image-to-install.ts';
import { reinstall } from '#resources/instance/verbs/reinstall.ts';
import { verb } from '#resources/verb.ts';
import { string } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import { request } from '../../cvm/models/reset-instance.ts';
import { findImageSeen } from '../image/seen-images.ts';
import { systemDiskAsked } from './disks.ts';
import { userDataOf } from './extras.ts';
import { instanceIdMeant } from './instance-ids.ts';
import type { LaunchHabits } from './launch-request.ts';
import { hostNameAsked } from './launch-names.ts';
import { loginAsked } from './login.ts';
import { hostNameIssue } from './names.ts';

/** The input of ResetInstance (seed 004 L20944-20995). */
export const reinstallInput = overlay(request, {
  InstanceId: instanceIdMeant,
  ImageId: { empty: 'absent', reasons: { malformed: imageFaults.malformed } },
  // Its category and encryption stay as they are (L20950).
  SystemDisk: overlay(systemDiskAsked, {
    DiskType: string({ empty: 'absent' }),
    ...each(['CdcId', 'KmsKeyId', 'DiskName'], { deprecated: true }),
  }),
  LoginSettings: loginAsked,
  // No agent runs here.
  EnhancedService: { deprecated: true },
  HostName: hostNameAsked,
  UserData: { empty: 'absent', reasons: { length: launchFaults.userDataTooLarge } },
});

/** What of it a generation of the API has. */
interface ReinstallAsked {
  readonly InstanceId: string;
  readonly ImageId: string | undefined;
  readonly SystemDisk?:
    | {
        readonly DiskType?: string | undefined;
        readonly DiskSize?: number | undefined;
        readonly Encrypt?: boolean | undefined;
      }
    | undefined;
  readonly LoginSettings?: InferIn<typeof loginAsked> | undefined;
  readonly HostName?: string | undefined;
  readonly UserData?: string | undefined;
}

/** The system disk has another id where Linux becomes Windows, or the other way (L44516, L53428). */
const newDisk = 'of another family';

/**
 * Installs the system of an instance anew. One that runs is stopped for it and started again; which
 * it is afterwards no page says.
 */
export const reinstallInstance = verb(
  [imageToInstall, reinstall],
  async (
    context: WriteContext,
    asked: ReinstallAsked,
    login: LaunchHabits['login'],
  ): Promise<void> => {
    const { InstanceId: instance, SystemDisk: disk = {} } = asked;
    const { region } = context;
    const image = await imageToInstall(context, { instance, region, image: asked.ImageId });
    if (asked.ImageId !== undefined && (await findImageSeen(context, image.key)) === undefined) {
      throw imageFaults.notFound({ image: image.key });
    }
    const type = disk.DiskType;
    const userData = userDataOf(asked.UserData);
    await reinstall(context, {
      instance,
      region,
      image,
      sizeGiB: disk.DiskSize ?? null,
      categories: type === undefined ? undefined : categoriesOf(type),
      encrypted: disk.Encrypt,
      login: login(asked.LoginSettings, image),
      hostName: hostNameOf(asked.HostName, image),
      userData: userData ?? undefined,
      newDisk,
      running: 'stop-and-start',
    });
  },
);

/** HostName (L20969-20983): that of a launch, without its patterns. */
function hostNameOf(name: string | undefined, { osFamily }: Image): string | undefined {
  if (name === undefined) return undefined;
  const issue = hostNameIssue(name, { windows: osFamily === 'windows', count: 1 });
  if (issue === undefined) return name;
  const message = `The HostName \`${name.slice(0, 64)}\` is not allowed: ${inWords(issue)}.`;
  throw launchFaults.hostNameMalformed({ message });
}
