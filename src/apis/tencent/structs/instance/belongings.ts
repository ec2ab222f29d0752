import { blobSizesOf, blobsOf } from '#resources/blob/blobs.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { linksOf } from '#resources/instance/links.ts';
import { disksOfListed } from '#resources/instance/verbs/list.ts';
import { wholeBytesMax } from '#wire/answer-body.ts';
import { laterJson } from '#wire/later-json.ts';
import type { ReadContext } from '../../../context.ts';
import { metadataOf } from './metadata.ts';
import type { Metadata } from './metadata.ts';
import { ownOf } from './own.ts';
import type { Belongings } from './render-instance.ts';

/** What is shown with each of these instances and stands in other tables. */
export async function belongingsOf(
  context: ReadContext,
  instances: readonly Instance[],
): Promise<(instance: Instance) => Belongings> {
  const { db } = context;
  const keys = instances.map(({ key }) => key);
  const disks = await disksOfListed(context, instances);
  const links = await linksOf(db, keys);
  const withMetadata = instances.filter((one) => ownOf(one).HasMetadata === true);
  const metadata = await metadataShown(
    context,
    withMetadata.map(({ key }) => key),
  );
  return ({ key }) => ({
    ...links(key),
    disks: disks.get(key) ?? [],
    metadata: metadata.get(key),
  });
}

/** The metadata of these instances: what is large together is read when it is written. */
async function metadataShown(
  { db, readLater }: ReadContext,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Metadata>> {
  const sizes = await blobSizesOf(db, 'metadata', keys);
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (total <= wholeBytesMax) {
    const texts = await blobsOf(db, 'metadata', keys);
    return new Map([...texts].map(([key, text]) => [key, metadataOf(text)]));
  }
  const later = (key: string) => async (): Promise<Metadata | null> => {
    const text = (await readLater((reader) => blobsOf(reader, 'metadata', [key]))).get(key);
    // Its instance may be gone by then.
    return text === undefined ? null : metadataOf(text);
  };
  return new Map([...sizes].map(([key, bytes]) => [key, laterJson(bytes, later(key))]));
}
