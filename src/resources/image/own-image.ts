import type { Key } from '#kernel/key.ts';
import type { ImageDiskRow, NewOwnImage, OwnImageRow } from '#store/schema/own-image.ts';
import { reckonedProgress } from '../progress.ts';
import type { Image } from './image.ts';

export type OwnImageState = OwnImageRow['state'];

/** An image that an account made, copied or imported. */
export interface OwnImage extends Image {
  readonly name: string;
  /** Whether the one who asks owns it, or was given it. */
  readonly visibility: 'private' | 'shared';
  readonly account: string;
  readonly region: string;
  readonly state: OwnImageState;
  readonly description: string;
  readonly family: string | null;
  /** Its owner advises against it: its family goes on without it. */
  readonly deprecated: boolean;
  /** The public image that its system comes from; null where it came from elsewhere. */
  readonly base: Key<'image'> | null;
  readonly source: 'instance' | 'snapshots' | 'copy' | 'import';
  /** The image that it is a copy of. */
  readonly sourceImage: Key<'image'> | null;
  readonly sourceInstance: Key<'instance'> | null;
  readonly encrypted: boolean;
  readonly encryptionKey: string | null;
  /** Whose licence its system runs under. */
  readonly licence: 'vendor' | 'own';
  readonly bootMode: string | null;
  readonly resourceGroup: string | null;
  /** Why it could not be made. */
  readonly error: string | null;
  /** Cloud milliseconds at which it should be there. */
  readonly expectedAt: number;
  /** What the vendor it was made through alone knows of it, in that vendor's words. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** A disk that is made with a machine of the image: the system disk is the first. */
export interface ImageDisk {
  readonly role: 'system' | 'data';
  readonly sizeGiB: number;
  readonly snapshot: Key<'snapshot'> | null;
  readonly device: string | null;
}

/** The image of a row, as an account sees it. */
export function ownImageOf(row: OwnImageRow, asker: string): OwnImage {
  return {
    key: row.key,
    name: row.name,
    visibility: row.account === asker ? 'private' : 'shared',
    osFamily: row.os_family,
    osName: row.os_name,
    platform: row.platform,
    architecture: row.architecture,
    sizeGiB: row.size_gib,
    loginUser: row.login_user,
    cloudInit: row.cloud_init === 1,
    createdAt: row.created_at,
    account: row.account,
    region: row.region,
    state: row.state,
    description: row.description,
    family: row.family,
    deprecated: row.deprecated === 1,
    base: row.base,
    source: row.source,
    sourceImage: row.source_image,
    sourceInstance: row.source_instance,
    encrypted: row.encrypted === 1,
    encryptionKey: row.encryption_key,
    licence: row.licence,
    bootMode: row.boot_mode,
    resourceGroup: row.resource_group,
    error: row.error,
    expectedAt: row.expected_at,
    own: row.own === null ? {} : (JSON.parse(row.own) as OwnImage['own']),
  };
}

/** The row of a new image. */
export function newOwnImageRow(image: Omit<OwnImage, 'visibility'>): NewOwnImage {
  return {
    key: image.key,
    account: image.account,
    region: image.region,
    state: image.state,
    name: image.name,
    description: image.description,
    family: image.family,
    deprecated: image.deprecated ? 1 : 0,
    os_family: image.osFamily,
    os_name: image.osName,
    platform: image.platform,
    architecture: image.architecture,
    size_gib: image.sizeGiB,
    login_user: image.loginUser,
    cloud_init: image.cloudInit ? 1 : 0,
    base: image.base,
    source: image.source,
    source_image: image.sourceImage,
    source_instance: image.sourceInstance,
    encrypted: image.encrypted ? 1 : 0,
    encryption_key: image.encryptionKey,
    licence: image.licence,
    boot_mode: image.bootMode,
    resource_group: image.resourceGroup,
    error: image.error,
    created_at: image.createdAt,
    expected_at: image.expectedAt,
    own: Object.keys(image.own).length === 0 ? null : JSON.stringify(image.own),
  };
}

export function imageDiskOf(row: ImageDiskRow): ImageDisk {
  return {
    role: row.role,
    sizeGiB: row.size_gib,
    snapshot: row.snapshot,
    device: row.device,
  };
}

/** How far it is, of a hundred: what is under way is never quite done. */
export function progressOf(
  { state, createdAt, expectedAt }: Pick<OwnImage, 'state' | 'createdAt' | 'expectedAt'>,
  now: number,
): number {
  if (state === 'available') return 100;
  if (state === 'failed' || state === 'import-failed') return 0;
  return reckonedProgress(createdAt, expectedAt, now);
}
