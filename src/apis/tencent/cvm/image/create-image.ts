// https://cloud.tencent.com/document/api/213/16726 (seed 004 L27699)
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { createImage as createImageVerb } from '#resources/image/verbs/create-image.ts';
import { id } from '#wire/builders.ts';
import {
  imageDescriptionPatch,
  imageFamilyPatch,
  imageNamePatch,
} from '../../structs/image/image-fields.ts';
import { specifiedTags, tagSpecification } from '../../structs/tag/tags.ts';
import * as model from '../models/create-image.ts';

/** ForcePoweroff and Sysprep are texts (L27747, L27762). */
const yesOrNo = { default: 'false', empty: 'absent', pattern: /^(?:true|false)$/i } as const;
/** What goes into one image, where the page has no number: an instance has 20 data disks. */
const DISKS_MAX = 21;
const someDisks = { max: DISKS_MAX, reasons: { count: imageFaults.tooManyNamed } } as const;

/** Makes an image of an instance, or of snapshots. The image comes at once, as CREATING. */
export const createImage = action.write({
  model,
  input: {
    ImageName: imageNamePatch,
    ImageDescription: imageDescriptionPatch,
    ImageFamily: imageFamilyPatch,
    ForcePoweroff: yesOrNo,
    // It prepares a guest of Windows, which is the guest's own affair here.
    Sysprep: { ...yesOrNo, deprecated: true },
    DataDiskIds: { ...someDisks, item: id('disk') },
    SnapshotIds: someDisks,
    TagSpecification: tagSpecification('image'),
  },
  handle: async (context, input) => {
    const { ImageDescription: description, ImageFamily: family } = input;
    const image = await createImageVerb(context, {
      region: context.region,
      name: input.ImageName,
      ...(description !== undefined && { description }),
      ...(family && { family }),
      tags: specifiedTags(input.TagSpecification),
      from: sourceOf(input),
    });
    return { ImageId: image };
  },
});

function sourceOf({
  InstanceId: instance,
  SnapshotIds: snapshots = [],
  DataDiskIds: dataDisks = [],
  ForcePoweroff,
}: {
  readonly InstanceId?: string | undefined;
  readonly SnapshotIds?: readonly string[] | undefined;
  readonly DataDiskIds?: readonly string[] | undefined;
  readonly ForcePoweroff: string;
}) {
  if (instance !== undefined && snapshots.length > 0) throw imageFaults.twoSources();
  if (instance !== undefined) {
    const running = ForcePoweroff.toLowerCase() === 'true' ? 'stop' : 'as-it-is';
    return { instance, dataDisks, running, refusesWithoutCharge: true } as const;
  }
  if (dataDisks.length > 0) throw imageFaults.dataDisksWithoutInstance();
  if (snapshots.length === 0) throw imageFaults.sourceMissing();
  return { snapshots: snapshots.map((snapshot) => ({ snapshot })) };
}
