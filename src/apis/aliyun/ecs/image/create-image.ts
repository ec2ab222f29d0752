// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createimage
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { createImage as createImageVerb } from '#resources/image/verbs/create-image.ts';
import type { ImageCreation } from '#resources/image/verbs/create-image.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { id } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken, silent } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/create-image.ts';
import { bootMode, imageDescription, imageFamily, imageName, ownOf } from './image-fields.ts';

const input = {
  InstanceId: { required: false },
  SnapshotId: id('snapshot'),
  ImageName: imageName,
  Description: imageDescription,
  ImageFamily: imageFamily,
  ImageVersion: { max: 40, pattern: /^[\w.-]+$/, reasons: imageFaults.versionMalformed },
  BootMode: bootMode,
  // Nothing looks into images here.
  DetectionStrategy: { values: ['Standard'], ...silent },
  DiskDeviceMapping: {
    max: 17,
    item: {
      fields: {
        Device: {
          pattern: /^\/dev\/x?vd[a-z]$/,
          reasons: { pattern: imageFaults.deviceMalformed },
        },
        DiskType: { values: ['system', 'data'], reasons: imageFaults.roleUnknown },
        Size: { min: 5, max: 32_768, reasons: { range: imageFaults.diskSizeOutOfRange } },
        SnapshotId: id('snapshot'),
      },
    },
  },
  // What runs from a snapshot of a data disk, which nobody knows; of others it is known.
  Architecture: { values: ['i386', 'x86_64', 'arm64'], deprecated: true },
  SecureBootOptions: { deprecated: true, fields: { SecureBootSupport: silent } },
  Tag: givenTags,
  ClientToken: clientToken,
} as const;

const asked = overlay(model.request, input);
type Asked = InferIn<typeof asked>;

/** Makes an image of an instance, of several snapshots, or of one: the first that is given. */
export const createImage = action.write({
  model,
  input,
  handle: async (context, given) => {
    const { region } = context;
    const { ImageVersion, Platform, BootMode, Description, ImageFamily } = given;
    if (given.InstanceId !== undefined) await namedInstance(context, given.InstanceId, region);
    const ImageId = await createImageVerb(context, {
      region,
      from: sourceOf(given),
      name: given.ImageName ?? '',
      ...(Description !== undefined && { description: Description }),
      ...(ImageFamily !== undefined && { family: ImageFamily }),
      tags: checkedTags(given.Tag),
      resourceGroup: await groupForNew(context, given.ResourceGroupId),
      own: ownOf({ ImageVersion, Platform, BootMode, ImdsSupport: given.Features?.ImdsSupport }),
    });
    return { ImageId };
  },
});

function sourceOf(given: Asked): ImageCreation['from'] {
  const { InstanceId: instance, DiskDeviceMapping: mappings = [], SnapshotId: snapshot } = given;
  if (instance !== undefined) {
    return { instance, dataDisks: 'all', running: 'as-it-is', refusesMaking: true };
  }
  if (mappings.length === 0) {
    if (snapshot === undefined) throw imageFaults.sourceMissing();
    return { snapshots: [{ snapshot }] };
  }
  const devices = mappings.flatMap(({ Device }) => Device ?? []);
  if (new Set(devices).size < devices.length) throw imageFaults.deviceTwice();
  return {
    snapshots: mappings.map(({ SnapshotId, DiskType, Device, Size }) => {
      // A disk without content: no image has one here.
      if (SnapshotId === undefined) throw snapshotFaults.notFound();
      return {
        snapshot: SnapshotId,
        ...(DiskType !== undefined && { role: DiskType }),
        ...(Device !== undefined && { device: Device }),
        ...(Size !== undefined && { sizeGiB: Size }),
      };
    }),
  };
}
