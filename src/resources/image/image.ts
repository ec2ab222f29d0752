import type { Key } from '#kernel/key.ts';

/** What a machine's system disk is made from. */
export interface Image {
  /** The engine of machines does not have it any more: nothing can be made from it. */
  readonly isGone?: true;
  /** Eight characters, [a-z0-9]. */
  readonly key: Key<'image'>;
  /** What the operator who brought it calls it; one of the vendors has their words. */
  readonly name?: string;
  readonly visibility: 'public' | 'private' | 'shared';
  readonly osFamily: 'linux' | 'windows';
  /** Distribution and version; vendors have their own words for it. */
  readonly osName: string;
  /** The distribution alone. */
  readonly platform: string;
  readonly architecture: 'x86_64' | 'arm64' | 'i386';
  /** A system disk made from it is at least as large. */
  readonly sizeGiB: number;
  /** The user that passwords and keys are for, unless the vendor of the launch says another. */
  readonly loginUser: string;
  /** Whether it reads user data at first boot. */
  readonly cloudInit: boolean;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}
