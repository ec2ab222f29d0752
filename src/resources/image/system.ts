import type { Key } from '#kernel/key.ts';
import type { Catalogue } from '../cloud.ts';
import type { Image } from './image.ts';

/** What runs in a machine, as far as the cloud has to know it. */
export interface System extends Pick<
  Image,
  'osFamily' | 'osName' | 'platform' | 'architecture' | 'loginUser' | 'cloudInit'
> {
  /** The public image that it comes from, whose words vendors have; null where there is none. */
  readonly base: Key<'image'> | null;
}

/** An image with where its system comes from. */
export type LaunchableImage = Image & {
  readonly base?: Key<'image'> | null;
  /** Whether what is made from it is encrypted; left out of an image of the catalogue. */
  readonly encrypted?: boolean;
};

/**
 * What is kept of the system with an instance: an image of an account may be gone before its
 * instances are. Of an image of the catalogue nothing is, since the catalogue has it.
 */
export function systemFacts(image: LaunchableImage): System | null {
  const { osFamily, osName, platform, architecture, loginUser, cloudInit, base } = image;
  if (base === undefined) return null;
  return { osFamily, osName, platform, architecture, loginUser, cloudInit, base };
}

/** The part of an instance that tells what runs in it. */
interface Running {
  readonly image: Key<'image'>;
  readonly system: System | null;
}

/** What runs in an instance; undefined where its image is in the catalogue no more. */
export function systemOf(
  catalogue: Pick<Catalogue, 'image'>,
  { image, system }: Running,
): Omit<System, 'base'> | undefined {
  return system ?? catalogue.image(image);
}

/** The public image whose words a vendor may have for what runs in an instance. */
export function publicSystemOf({ image, system }: Running): string {
  return system === null ? image : (system.base ?? '');
}
