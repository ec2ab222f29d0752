import type { Image } from '#resources/image/image.ts';

/** Types of images (seed 004 L55018-55024); there is no market, whose type is 3. */
export const imageTypes: Readonly<Record<Image['visibility'], number>> = {
  private: 1,
  public: 2,
  shared: 4,
};
