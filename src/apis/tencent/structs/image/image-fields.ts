import { imageFaults } from '#resources/image/faults.ts';

/** ImageId of a request. */
export const imageIdPatch = { reasons: { malformed: imageFaults.malformed } } as const;

/** ImageName: up to 60 characters (seed 004 L27729). */
export const imageNamePatch = {
  max: 60,
  empty: 'kept',
  min: 1,
  reasons: { empty: imageFaults.nameMissing, length: imageFaults.nameTooLong },
} as const;

/** ImageDescription: up to 256 characters (L27744). */
export const imageDescriptionPatch = {
  max: 256,
  reasons: { length: imageFaults.descriptionTooLong },
} as const;

/**
 * ImageFamily, of whose form no document tells more than an example: `business-daily-update`. An
 * empty one is none: Terraform sends it with each change of an image.
 */
export const imageFamilyPatch = {
  pattern: /^[A-Za-z0-9._-]{0,60}$/,
  empty: 'kept',
  reasons: { pattern: imageFaults.familyMalformed },
} as const;
