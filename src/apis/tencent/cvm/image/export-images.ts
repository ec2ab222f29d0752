// https://cloud.tencent.com/document/api/213/70302 (seed 004 L27420)
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import type { ImageDisk } from '#resources/image/own-image.ts';
import { disksOfOwnImages } from '#resources/image/own-images.ts';
import {
  exportImages as exportImagesVerb,
  requireExportable,
} from '#resources/image/verbs/export-images.ts';
import { requireRole } from '#resources/role/require-role.ts';
import { tencentId } from '../../ids.ts';
import { imageIdPatch } from '../../structs/image/image-fields.ts';
import * as model from '../models/export-images.ts';

/** The page has codes for too many of both, and no numbers. */
const IMAGES_MAX = 20;
const EXPORTS_MAX = 5;
/** The role that is there without being made (L27490). */
const ROLE = 'CVM_QcsRole';

/** Writes images to a bucket: names of files are answered at once, the rest is a task. */
export const exportImages = action.write({
  model,
  input: {
    BucketName: { min: 1, max: 64 },
    ImageIds: {
      max: IMAGES_MAX,
      item: imageIdPatch,
      reasons: { count: imageFaults.tooManyNamed },
    },
    ExportFormat: { default: 'RAW', values: ['RAW', 'QCOW2', 'VHD', 'VMDK'] },
    FileNamePrefixList: { max: IMAGES_MAX, item: { max: 64, pattern: /^[\w.-]+$/ } },
    OnlyExportRootDisk: { default: false },
    RoleName: { default: ROLE },
  },
  handle: async (context, input) => {
    const { region } = context;
    const { BucketName: bucket, ImageIds = [], FileNamePrefixList: prefixes = [] } = input;
    const images = [...new Set(ImageIds)];
    if (images.length === 0) throw imageFaults.exportSourceMissing();
    if (prefixes.length > 0 && prefixes.length !== images.length) {
      throw imageFaults.prefixesMiscounted();
    }
    if (input.RoleName !== ROLE) {
      await requireRole(context, context.vendor, input.RoleName);
    }
    await requireExportable(context, { images, region });
    const disks = await disksOfOwnImages(context.db, images);
    const paths = images.map((image, at) =>
      pathsOf(image, disks.get(image) ?? [], { ...input, prefix: prefixes[at] }),
    );
    const named = images.map((image, at) => ({
      image,
      url: `cos://${bucket}${paths[at]?.[0] ?? ''}`,
    }));
    const { number } = await exportImagesVerb(context, {
      region,
      images: named,
      limit: EXPORTS_MAX,
    });
    return { TaskId: number, CosPaths: paths.flat() };
  },
});

/** `/prefix_img-…_system_snap-….raw`, and `data` for a data disk (L27534-27546). */
function pathsOf(
  image: string,
  disks: readonly ImageDisk[],
  asked: {
    readonly prefix: string | undefined;
    readonly ExportFormat: string;
    readonly OnlyExportRootDisk: boolean;
  },
): readonly string[] {
  const start = asked.prefix === undefined ? '' : `${asked.prefix}_`;
  const exported = disks.filter(({ role }) => role === 'system' || !asked.OnlyExportRootDisk);
  return exported.map(({ role, snapshot }) => {
    const of = snapshot === null ? '' : `_${tencentId('snapshot', snapshot)}`;
    const end = asked.ExportFormat.toLowerCase();
    return `/${start}${tencentId('image', image)}_${role}${of}.${end}`;
  });
}
