import type { Image } from '#resources/image/image.ts';
import type { OwnImageState } from '#resources/image/own-image.ts';

/** What Tencent calls an architecture (struct text of seed 004, L36738-36886). */
export const architectureWords: Readonly<Record<Image['architecture'], string>> = {
  x86_64: 'x86_64',
  arm64: 'arm',
  i386: 'i386',
};

/** ImageType (L36757-36765). */
export const imageTypeWords: Readonly<Record<Image['visibility'], string>> = {
  private: 'PRIVATE_IMAGE',
  public: 'PUBLIC_IMAGE',
  shared: 'SHARED_IMAGE',
};

/** ImageState (L36806-36818); a copy that failed could not be created either. */
export const imageStateWords: Readonly<Record<OwnImageState, string>> = {
  creating: 'CREATING',
  copying: 'SYNCING',
  importing: 'IMPORTING',
  available: 'NORMAL',
  failed: 'CREATEFAILED',
  'import-failed': 'IMPORTFAILED',
};

/** LicenseType (L36858-36864). */
export const licenceWords = { vendor: 'TencentCloud', own: 'BYOL' } as const;
