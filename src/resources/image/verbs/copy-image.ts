import type { Key } from '#kernel/key.ts';
import { startWorkflow } from '#workflow/start.ts';
import { seesRegion } from '../../region/seen-zones.ts';
import { findRegion } from '../../region/region.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { copiedDisks } from '../copied-disks.ts';
import { imageFaults } from '../faults.ts';
import { makeImage, type ImageWishes } from '../make-image.ts';
import type { OwnImage } from '../own-image.ts';
import { zoneOf } from '../remove-images.ts';
import { imageTarget } from '../targets.ts';
import { copyImageWorkflow } from '../workflows/copy-image.ts';
import { type ImageRequest, requireImageState, requireOwnImage } from './require-image.ts';

export interface ImageCopying extends ImageRequest, Partial<ImageWishes> {
  readonly region: string;
  /** Neutral names of regions, each once. */
  readonly destinations: readonly string[];
  /** Whether the copy is encrypted, and by which key where one is chosen. */
  readonly encrypted: boolean;
  readonly encryptionKey?: string;
  /** A copied image is smaller than that. */
  readonly belowGiB?: number;
}

/** A copy, which is on its way. */
export interface ImageCopy {
  readonly image: Key<'image'>;
  readonly region: string;
}

/**
 * Copies an image to other regions. One that the account was given becomes an own one in its region
 * alone, and so does an encrypted copy of an own one (seed 004 L26361-26365).
 */
export const copyImage = verb(
  [
    requireOwnImage,
    imageFaults.wrongState,
    imageFaults.copyTooLarge,
    imageFaults.notEncryptable,
    imageFaults.encryptedNotCopied,
    imageFaults.copyRegionUnknown,
    imageFaults.copyRegionUnfit,
    imageFaults.nameTaken,
    imageFaults.quotaExceeded,
    copiedDisks,
  ],
  async (scope: Scope, request: ImageCopying): Promise<readonly ImageCopy[]> => {
    const source = await requireOwnImage(scope, request);
    requireImageState(source, 'available');
    requireCopyable(source, request);
    for (const region of request.destinations) {
      requireDestination(scope, region, { request, source });
    }
    const copies: ImageCopy[] = [];
    for (const region of request.destinations) {
      copies.push({ region, image: await copyTo(scope, region, { request, source }) });
    }
    return copies;
  },
);

function requireCopyable(source: OwnImage, { encrypted, belowGiB }: ImageCopying): void {
  const { key: image, sizeGiB } = source;
  if (belowGiB !== undefined && sizeGiB >= belowGiB) {
    throw imageFaults.copyTooLarge({ image, maxGiB: belowGiB });
  }
  if (encrypted && (source.encrypted || source.visibility === 'shared')) {
    throw imageFaults.notEncryptable({ image });
  }
  if (source.encrypted) throw imageFaults.encryptedNotCopied({ image });
}

async function copyTo(
  scope: Scope,
  region: string,
  { request, source }: { readonly request: ImageCopying; readonly source: OwnImage },
): Promise<Key<'image'>> {
  const { name = source.name, description = source.description } = request;
  const disks = await copiedDisks(scope, source, { region, name });
  const { visibility: _visibility, ...known } = source;
  const made = {
    ...known,
    region,
    state: 'copying',
    source: 'copy',
    sourceImage: source.key,
    encrypted: request.encrypted,
    encryptionKey: request.encryptionKey ?? null,
  } as const;
  const image = await makeImage(scope, { ...request, name, description }, { made, disks });
  await startWorkflow(scope.db, copyImageWorkflow, {
    target: imageTarget(image),
    input: { image, from: source.key, zone: zoneOf(region) },
    now: scope.now,
  });
  return image;
}

function requireDestination(
  scope: Scope,
  region: string,
  { request, source }: { readonly request: ImageCopying; readonly source: OwnImage },
): void {
  if (findRegion(region) === undefined || !seesRegion(scope, region)) {
    throw imageFaults.copyRegionUnknown({ region });
  }
  const stays = request.encrypted || source.visibility === 'shared';
  if (stays === (region === source.region)) return;
  throw imageFaults.copyRegionUnfit({ image: source.key, region });
}
