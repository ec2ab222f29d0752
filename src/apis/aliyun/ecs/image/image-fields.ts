import { imageFaults } from '#resources/image/faults.ts';
import { id } from '#wire/builders.ts';

/** ImageId of one that a request names. */
export const imageNamed = id('image', { required: true });

/** A name, of an image or of its family: 2 to 128 characters, a letter first. */
const named = {
  min: 2,
  max: 128,
  pattern: /^(?!aliyun|acs:)\p{L}[\p{L}\p{N}.:_-]*$/u,
} as const;

/** ImageName of a new image, or of one that is called otherwise. */
export const imageName = {
  ...named,
  reasons: { length: imageFaults.nameMalformed, pattern: imageFaults.nameMalformed },
} as const;

/** ImageFamily: no page has a code for one that cannot be. */
export const imageFamily = named;

/** Description: 2 to 256 characters, and no address. */
export const imageDescription = {
  min: 2,
  max: 256,
  pattern: /^(?!https?:\/\/)/,
  reasons: { length: imageFaults.descriptionMalformed, pattern: imageFaults.descriptionMalformed },
} as const;

/** BootMode, of today's SDK. */
export const bootMode = { values: ['BIOS', 'UEFI', 'UEFI-Preferred'] } as const;

/** What this vendor alone knows of an image, under the names of its parameters. */
export interface ImageOwn {
  readonly ImageVersion?: string;
  readonly Platform?: string;
  readonly BootMode?: string;
  readonly LicenseType?: string;
  readonly ImdsSupport?: string;
  readonly NvmeSupport?: string;
  readonly OSSBucket?: string;
  readonly OSSObject?: string;
  readonly Format?: string;
}

/** Of what is given alone, so that it can be laid over what is known. */
export function ownOf(given: { readonly [Name in keyof ImageOwn]: ImageOwn[Name] | undefined }) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
