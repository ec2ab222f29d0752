// https://cloud.tencent.com/document/api/213/15717 (seed 004 L27118)
import { action } from '#apis/context.ts';
import { isImportType, isImportVersion, isWindowsType } from '#catalogue/tencent/import-systems.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { importImage as importImageVerb } from '#resources/image/verbs/import-image.ts';
import {
  imageDescriptionPatch,
  imageFamilyPatch,
  imageNamePatch,
} from '../../structs/image/image-fields.ts';
import { specifiedTags, tagSpecification } from '../../structs/tag/tags.ts';
import * as model from '../models/import-image.ts';

const architectures = { x86_64: 'x86_64', i386: 'i386', arm_64: 'arm64' } as const;
type Architecture = keyof typeof architectures;
/** As large as public images are: how large a file is, nobody knows before it is read. */
const LINUX_GIB = 20;
const WINDOWS_GIB = 40;
const DATA_GIB = 10;
const DATA_DISKS_MAX = 20;
const urlPatch = {
  max: 2_048,
  reasons: { length: imageFaults.addressMalformed, empty: imageFaults.addressMalformed },
} as const;

/** Takes in an image from a bucket, or any other place. It comes at once, as IMPORTING. */
export const importImage = action.write({
  model,
  input: {
    Architecture: { values: Object.keys(architectures) },
    ImageUrl: urlPatch,
    ImageName: imageNamePatch,
    ImageDescription: imageDescriptionPatch,
    ImageFamily: imageFamilyPatch,
    Force: { default: false },
    TagSpecification: tagSpecification('image'),
    LicenseType: {
      default: 'TencentCloud',
      values: ['TencentCloud', 'BYOL'],
      reasons: { value: imageFaults.licenceUnknown },
    },
    BootMode: {
      default: 'Legacy BIOS',
      values: ['Legacy BIOS', 'UEFI'],
      reasons: { value: imageFaults.bootModeUnknown },
    },
    ImportImageDataDiskList: {
      max: DATA_DISKS_MAX,
      reasons: { count: imageFaults.tooManyNamed },
      item: { fields: { ImageUrl: urlPatch } },
    },
  },
  handle: async (context, input) => {
    const { OsType: type, OsVersion: version, ImageUrl: url, Force: isForced } = input;
    if (!isImportType(type)) throw imageFaults.systemTypeUnknown();
    if (!isForced && !isImportVersion(type, version)) throw imageFaults.systemVersionUnknown();
    const data = input.ImportImageDataDiskList ?? [];
    for (const file of [url, ...data.map(({ ImageUrl }) => ImageUrl)]) {
      requireFile(file, { isForced });
    }
    const isWindows = isWindowsType(type);
    const { ImageDescription: description, ImageFamily: family } = input;
    const { image } = await importImageVerb(context, {
      region: context.region,
      name: input.ImageName,
      ...(description !== undefined && { description }),
      ...(family && { family }),
      tags: specifiedTags(input.TagSpecification),
      osFamily: isWindows ? 'windows' : 'linux',
      osName: `${type} ${version}`,
      platform: isWindows ? 'Windows' : type,
      architecture: architectures[input.Architecture as Architecture],
      loginUser: isWindows ? 'Administrator' : 'root',
      // What is imported by force need not have what Tencent wants to be there.
      cloudInit: !isForced,
      licence: input.LicenseType === 'BYOL' ? 'own' : 'vendor',
      bootMode: input.BootMode,
      url,
      sizesGiB: [isWindows ? WINDOWS_GIB : LINUX_GIB, ...data.map(() => DATA_GIB)],
    });
    return { ImageId: image };
  },
});

/** A URL; one of an ISO file is imported by force alone. */
function requireFile(url: string, { isForced }: { readonly isForced: boolean }): void {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) throw imageFaults.addressMalformed();
  if (!isForced && /\.iso$/i.test(parsed.pathname)) throw imageFaults.isoNeedsForce();
}
