import type { ImageDisk, OwnImage } from './own-image.ts';
import type { System } from './system.ts';

/** What a new image is made of. */
export interface Origin extends System {
  readonly encrypted: boolean;
  readonly encryptionKey: string | null;
  readonly licence: OwnImage['licence'];
  readonly bootMode: string | null;
  readonly disks: readonly ImageDisk[];
  /** Where its system disk is, or was. */
  readonly zone: string;
}

/** The part that follows from what runs from it; nothing more is known of an image of a disk. */
export function madeOf(system: System): Omit<Origin, 'disks' | 'zone' | 'encrypted'> {
  const { osFamily, osName, platform, architecture, loginUser, cloudInit, base } = system;
  const known = { osFamily, osName, platform, architecture, loginUser, cloudInit, base };
  return { ...known, encryptionKey: null, licence: 'vendor', bootMode: null };
}
