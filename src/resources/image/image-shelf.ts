import type { Store } from '#store/store.ts';
import type { Image } from './image.ts';
import { type ImportedImage, listImportedImages } from './imported-image.ts';

/** What machines are made from, by the key of an image. */
export interface ImageSource {
  /** What the driver calls it. */
  readonly engineName: string;
  /** Whom passwords and keys are for; undefined where the image's own words say it. */
  readonly loginUser?: string;
}

/** The imported images as they were read last: few, and asked for with every launch. */
export interface ImageShelf {
  imported(): readonly ImportedImage[];
  /** An imported image, or one of the catalogue that an imported one stands for. */
  image(key: string): Image | undefined;
  /** Looks again where it is not there: another server may just have taken it in. */
  sourceNow(key: string): Promise<ImageSource | undefined>;
  /** Reads them again: another server may have changed them. */
  refresh(): Promise<void>;
}

/**
 * Reads the imported images of a store; `catalogue` finds a public image by its key, `engineNames`
 * are those that the engine of machines has now.
 */
export async function openImageShelf(
  store: Store,
  catalogue: (key: string) => Image | undefined,
  engineNames: () => Promise<readonly string[]>,
): Promise<ImageShelf> {
  let images: readonly ImportedImage[] = [];
  let present: ReadonlySet<string> | undefined;
  let sources: ReadonlyMap<string, ImportedImage> = new Map();
  const shelf: ImageShelf = {
    imported: () => images,
    image(key) {
      const source = sources.get(key);
      if (source === undefined || source.key === key) return source;
      const shown = catalogue(key);
      return shown !== undefined && source.isGone ? { ...shown, isGone: true } : shown;
    },
    async sourceNow(key) {
      if (!sources.has(key)) await shelf.refresh();
      return sources.get(key);
    },
    async refresh() {
      // Kept by the last look where the engine cannot be asked.
      present = await engineNames().then(
        (names) => new Set(names),
        () => present,
      );
      images = (await store.read(listImportedImages)).map((image) =>
        present?.has(image.engineName) === false ? { ...image, isGone: true } : image,
      );
      sources = new Map(
        images.flatMap((image) => [image.key, ...image.standsFor].map((key) => [key, image])),
      );
    },
  };
  await shelf.refresh();
  return shelf;
}
