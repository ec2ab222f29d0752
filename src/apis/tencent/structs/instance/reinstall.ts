import type { WriteContext } from '#apis/context.ts';
import { inWords } from '#apis/said.ts';
import { categoriesOf } from '#catalogue/tencent/disks.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { Image } from '#resources/image/image.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { imageToInstall } from '#resources/instance/verbs/image-to-install.ts';
import type { ReinstallDisk } from '#resources/instance/verbs/plan-reinstall.ts';
import { reinstall } from '#resources/instance/verbs/reinstall.ts';
import type { ReadScope } from '#resources/scope.ts';
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

/** What the system disk is to be; it has another id where Linux becomes Windows (L44516). */
export const reinstalledDisk = verb(
  [imageToInstall],
  async (
    context: ReadScope & { readonly region: string },
    { InstanceId: instance, ImageId, SystemDisk: disk = {} }: ReinstallAsked,
  ): Promise<ReinstallDisk> => {
    const { region } = context;
    const image = await imageToInstall(context, { instance, region, image: ImageId });
    if (ImageId !== undefined && (await findImageSeen(context, ImageId)) === undefined) {
      throw imageFaults.notFound({ image: ImageId });
    }
    return {
      image,
      sizeGiB: disk.DiskSize ?? null,
      categories: disk.DiskType === undefined ? undefined : categoriesOf(disk.DiskType),
      encrypted: disk.Encrypt,
      newDisk: 'of another family',
    };
  },
);

/**
 * Installs the system of an instance anew. One that runs is stopped for it and started again; which
 * it is afterwards no page says.
 */
export const reinstallInstance = verb(
  [reinstalledDisk, reinstall],
  async (
    context: WriteContext,
    asked: ReinstallAsked,
    login: LaunchHabits['login'],
  ): Promise<void> => {
    const disk = await reinstalledDisk(context, asked);
    await reinstall(context, {
      ...disk,
      instance: asked.InstanceId,
      region: context.region,
      login: login(asked.LoginSettings, disk.image),
      hostName: hostNameOf(asked.HostName, disk.image),
      userData: userDataOf(asked.UserData) ?? undefined,
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
