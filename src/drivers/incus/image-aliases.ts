import type { IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { recordKeys } from './machine-record.ts';

/**
 * What is made of a root is an image of the server, and each image and snapshot of the cloud that
 * is of it has an alias: so copies cost nothing, and it goes with the last of them.
 */

type Images = Pick<IncusContext, 'engine' | 'cloud'>;

interface ImageAnswer {
  readonly fingerprint: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly aliases: ReadonlyArray<{ readonly name: string }>;
}

const PUBLISH_MS_MAX = 6 * 60 * 60_000;
/** Says which alias an image is made for, until it has it. */
const ALIAS = 'user.yuntai.alias';

/** The alias of an image of the cloud. */
export function imageAlias(key: string): string {
  return `yt-image-${key}`;
}

/** The alias of a snapshot of a system disk. */
export function snapshotAlias(key: string): string {
  return `yt-snapshot-${key}`;
}

/** Where the images of the server that begin so are named by aliases of this project. */
function aliasPath(alias: string): string {
  return `/1.0/images/aliases/${encodeURIComponent(alias)}`;
}

/** The fingerprint of the image that has an alias; undefined where none has. @throws EngineError */
export async function fingerprintOf(
  { engine }: Pick<IncusContext, 'engine'>,
  alias: string,
): Promise<string | undefined> {
  return unlessMissing(async () => {
    const { target } = await engine.get<{ readonly target: string }>(aliasPath(alias));
    return target;
  });
}

/** Gives an image one alias more; one that it has already is done. @throws EngineError */
export async function addAlias(
  { engine }: Pick<IncusContext, 'engine'>,
  alias: string,
  target: string,
): Promise<void> {
  try {
    await engine.change('POST', '/1.0/images/aliases', { body: { name: alias, target } });
  } catch (error) {
    if (!(error instanceof EngineError && error.isTaken)) throw error;
  }
}

/** Takes an alias away, and with the last one an image that was made here. @throws EngineError */
export async function removeAlias(images: Images, alias: string): Promise<void> {
  const fingerprint = await fingerprintOf(images, alias);
  if (fingerprint === undefined) return;
  await unlessMissing(() => images.engine.change('DELETE', aliasPath(alias)));
  const path = `/1.0/images/${encodeURIComponent(fingerprint)}`;
  const left = await unlessMissing(() => images.engine.get<ImageAnswer>(path));
  if (left === undefined || left.aliases.length > 0 || !isMadeHere(images, left)) return;
  await unlessMissing(() => images.engine.change('DELETE', path));
}

/**
 * Makes an image of the root of an instance, of a moment of it: so the instance may run, and it is
 * not waited for. What an earlier call has made is taken. @throws EngineError
 */
export async function publishRoot(images: Images, instance: string, alias: string): Promise<void> {
  if ((await fingerprintOf(images, alias)) !== undefined) return;
  const { engine, cloud } = images;
  let [made] = await unnamed(images, alias);
  if (made === undefined) {
    const path = `/1.0/instances/${encodeURIComponent(instance)}/snapshots`;
    const body = { name: alias, stateful: false };
    try {
      await engine.change('POST', path, { body, timeoutMs: PUBLISH_MS_MAX });
    } catch (error) {
      if (!(error instanceof EngineError && error.isTaken)) throw error;
    }
    const source = { type: 'snapshot', name: `${instance}/${alias}` };
    const properties = { [recordKeys.cloud]: cloud, [ALIAS]: alias };
    const image = { source, properties };
    try {
      await engine.change('POST', '/1.0/images', { body: image, timeoutMs: PUBLISH_MS_MAX });
    } catch (error) {
      // An earlier call, which the server still worked on, has made the very same.
      if (!(error instanceof EngineError && error.isTaken)) throw error;
    }
    await unlessMissing(() => engine.change('DELETE', `${path}/${encodeURIComponent(alias)}`));
    [made] = await unnamed(images, alias);
  }
  if (made !== undefined) await addAlias(images, alias, made.fingerprint);
  // A call that was repeated while the server worked on the first has made one too many.
  for (const { fingerprint } of await unnamed(images, alias)) {
    await unlessMissing(() => engine.change('DELETE', `/1.0/images/${fingerprint}`));
  }
}

/** Images that were made for an alias and do not have it yet. */
async function unnamed(images: Images, alias: string): Promise<readonly ImageAnswer[]> {
  const query = { recursion: '1' };
  const all = await images.engine.get<readonly ImageAnswer[]>('/1.0/images', { query });
  return all.filter(
    (image) =>
      image.aliases.length === 0 && image.properties[ALIAS] === alias && isMadeHere(images, image),
  );
}

function isMadeHere({ cloud }: Images, { properties }: ImageAnswer): boolean {
  return properties[recordKeys.cloud] === cloud && properties[ALIAS] !== undefined;
}

async function unlessMissing<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof EngineError && error.isMissing) return undefined;
    throw error;
  }
}
