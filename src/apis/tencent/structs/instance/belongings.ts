import { blobsOf } from '#resources/blob/blobs.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { securityGroupsOf } from '#resources/instance/usage.ts';
import { disksOfListed } from '#resources/instance/verbs/list.ts';
import { keyPairNamesOf } from '#resources/key-pair/links.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import type { ReadContext } from '../../../context.ts';
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
  const tags = await tagsOf(db, 'instance', keys);
  const pairs = await keyPairNamesOf(db, keys);
  const groups = await securityGroupsOf(context, instances);
  const withMetadata = instances.filter((one) => ownOf(one).HasMetadata === true);
  const metadata = await blobsOf(
    db,
    'metadata',
    withMetadata.map(({ key }) => key),
  );
  return ({ key }) => ({
    disks: disks.get(key) ?? [],
    tags: tags.get(key) ?? [],
    keyPairs: pairs.get(key) ?? [],
    securityGroups: groups.get(key) ?? [],
    metadata: metadata.get(key),
  });
}
