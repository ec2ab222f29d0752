import { imageFaults } from '#resources/image/faults.ts';
import { id, list, string } from '#wire/builders.ts';

/** 1 to 16 letters, digits and hyphens (seed 004 L55253). */
export const imageName = string({
  empty: 'absent',
  pattern: /^[A-Za-z0-9-]{1,16}$/,
  reasons: { pattern: imageFaults.nameMalformed },
});

/** At most 64 Chinese characters, letters, digits, hyphens and underscores (L55256). */
export const imageDescription = string({
  empty: 'absent',
  pattern: /^[\p{Script=Han}A-Za-z0-9_-]{0,64}$/u,
  reasons: { pattern: imageFaults.descriptionMalformed },
});

export const imageId = id('image', { required: true });

/** Numbers of accounts. */
export const uinList = list(string({ max: 64 }), { required: true, min: 1, max: 50 });
