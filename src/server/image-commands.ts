import type { DriverImage, DriverImages } from '#drivers/driver.ts';
import { newKey } from '#kernel/ids.ts';
import {
  forgetImportedImage,
  type ImportedImage,
  keepImportedImage,
} from '#resources/image/imported-image.ts';
import type { ImageShelf } from '#resources/image/image-shelf.ts';
import { findPublicImage } from '#resources/image/public-images.ts';
import type { AdminInput } from './admin-input.ts';
import type { Progress } from './admin-answer.ts';
import { AdminRefusal } from './admin-input.ts';
import type { AdminParts, Named } from './admin-parts.ts';

const SIZE_GIB_DEFAULT = 10;
const TELL_EVERY_BYTES = 1024 * 1024;

/** Administration of images: what machines of a driver with images of its own are made from. */
export function imageCommands(parts: AdminParts): readonly Named[] {
  const { store, idsOf } = parts;
  const shown = (image: ImportedImage) => ({ ...image, ids: idsOf('image', image.key) });
  return [
    ['images.list', () => Promise.resolve(parts.machines.images?.imported().map(shown) ?? [])],
    [
      'images.import',
      async (input, tell) => {
        const { shelf, images } = imagesOf(parts);
        const path = input.text('path');
        const wanted = wantedOf(parts, input);
        const imported = await images.import(path, tellBytes(tell));
        const gone = shelf.imported().find((each) => each.isGone && each.name === wanted.name);
        // What instances were launched from keeps its id.
        const kept = gone === undefined ? {} : { key: gone.key, createdAt: gone.createdAt };
        const image = { ...imageOf(parts, wanted, imported), ...kept };
        await store.write(async (tx) => {
          if (gone !== undefined) await forgetImportedImage(tx, gone.key);
          await keepImportedImage(tx, image);
        });
        await shelf.refresh();
        store.news.tell('images');
        return shown(image);
      },
    ],
    [
      'images.export',
      async (input, tell) => {
        const { shelf, images } = imagesOf(parts);
        const [name, path] = [input.text('name'), input.text('path')];
        const keys = parts.imageKeys(name);
        const isMeant = (image: ImportedImage) => image.name === name || keys.includes(image.key);
        const taken = shelf.imported().filter(isMeant);
        // What no import is called is the id of an image that was made here.
        for (const each of [...taken.map(({ engineName }) => engineName), ...keys]) {
          if (await images.export(each, path, tellBytes(tell))) return { name, path };
        }
        throw new AdminRefusal(`The server of machines has no image ${name}.`);
      },
    ],
    [
      'images.remove',
      async (input) => {
        const { shelf, images } = imagesOf(parts);
        const name = input.text('name');
        const keys = parts.imageKeys(name);
        const all = shelf.imported();
        const image = all.find((each) => each.name === name || keys.includes(each.key));
        if (image === undefined) throw new AdminRefusal(`There is no imported image ${name}.`);
        await store.write((tx) => forgetImportedImage(tx, image.key));
        await shelf.refresh();
        store.news.tell('images');
        const { engineName } = image;
        const isUsed = all.some((each) => each !== image && each.engineName === engineName);
        if (!isUsed) await images.remove(engineName);
        return shown(image);
      },
    ],
  ];
}

function tellBytes(tell: (progress: Progress) => void): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    if (done !== total && done - told < TELL_EVERY_BYTES) return;
    told = done;
    tell({ done, total, unit: 'bytes' });
  };
}

function imagesOf({ machines }: AdminParts): { shelf: ImageShelf; images: DriverImages } {
  const { images: shelf, driver } = machines;
  if (shelf !== undefined && driver.images !== undefined) return { shelf, images: driver.images };
  throw new AdminRefusal(
    `The driver ${driver.name} takes no images: every image of the catalogue can be launched.`,
  );
}

interface WantedImage {
  readonly name: string;
  readonly osName: string;
  readonly standsFor: readonly string[];
  readonly sizeGiB: number;
  readonly loginUser: string;
  readonly cloudInit: boolean;
}

/** What an import asks for, checked before any byte of it is sent. */
function wantedOf(parts: AdminParts, input: AdminInput): WantedImage {
  const ids = (input.optionalText('as') ?? '').split(',').filter(Boolean);
  const standsFor = ids.map((id) => {
    const key = parts.imageKeys(id).find((each) => findPublicImage(each) !== undefined);
    if (key === undefined) throw new AdminRefusal(`${id} is no public image of either vendor.`);
    return key;
  });
  const name = input.text('name');
  const imported = parts.machines.images?.imported() ?? [];
  if (imported.some((each) => each.name === name && !each.isGone)) {
    throw new AdminRefusal(`There is an image called ${name} already: remove it first.`);
  }
  return {
    name,
    osName: input.text('os'),
    standsFor: [...new Set(standsFor)],
    sizeGiB: input.optionalCount('sizeGiB') ?? SIZE_GIB_DEFAULT,
    loginUser: input.optionalText('loginUser') ?? 'root',
    cloudInit: input.optionalText('cloudInit') === 'yes',
  };
}

function imageOf(
  { random, clock }: AdminParts,
  wanted: WantedImage,
  { name: engineName, architecture }: DriverImage,
): ImportedImage {
  // "Rocky Linux 9.2" is of the platform "Rocky Linux".
  const platform = wanted.osName.replace(/ +v?\d.*$/, '');
  return {
    ...wanted,
    key: newKey(random),
    visibility: 'public',
    osFamily: /^windows/i.test(platform) ? 'windows' : 'linux',
    platform,
    architecture,
    createdAt: clock.clock.now(),
    engineName,
  };
}
