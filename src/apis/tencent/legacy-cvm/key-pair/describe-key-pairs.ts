// https://cloud.tencent.com/doc/api/229/查询密钥 (seed 004 L58238)
import { action } from '#apis/context.ts';
import type { ReadContext } from '#apis/context.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { instancesOf } from '#resources/key-pair/links.ts';
import { listKeyPairs } from '#resources/key-pair/verbs/list-key-pairs.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { id, integer, list, string, structure, time } from '#wire/builders.ts';
import { limit, offset } from '../../legacy/paging.ts';
import { SHOWN_INSTANCES_MAX } from '../../structs/key-pair/render-key-pair.ts';
import { keyIdsAsked } from './key-pair-fields.ts';

const PAGE = 500;

/** Key pairs of the region, newest first, as the example has them (L58318-58372). */
export const describeKeyPairs = action.read({
  name: 'DescribeKeyPairs',
  input: structure({
    keyIds: keyIdsAsked,
    keyName: string({ max: 128 }),
    projectId: integer({ min: 0 }),
    offset,
    limit,
  }),
  output: structure({
    data: structure({
      totalCount: integer(),
      sshSet: list(
        structure({
          keyId: id('key-pair'),
          keyName: string(),
          pubkey: string(),
          status: integer(),
          bindUnInstanceIds: list(id('instance')),
          bindIps: list(string()),
          createTime: time({ form: 'china' }),
        }),
      ),
    }),
  }),
  handle: async (context, { keyIds = [], keyName, projectId, offset: from, limit: most }) => {
    const { total, items } = await listKeyPairs(context, {
      region: context.region,
      filter: {
        keys: keyIds.length === 0 ? undefined : keyIds,
        names: keyName === undefined ? undefined : [keyName],
        projects: projectId === undefined ? undefined : [projectId],
      },
      page: { offset: from, limit: most },
    });
    const bound = await instancesOf(
      context.db,
      items.map(({ key }) => key),
      SHOWN_INSTANCES_MAX,
    );
    const addresses = await addressesOf(context, [...bound.values()].flat());
    const sshSet = items.map((pair) => {
      const instances = bound.get(pair.key) ?? [];
      return {
        keyId: pair.key,
        keyName: pair.name,
        pubkey: pair.publicKey,
        // All of them are in order (L58294).
        status: 0,
        bindUnInstanceIds: instances,
        bindIps: instances.flatMap((instance) => addresses.get(instance) ?? []),
        createTime: pair.createdAt,
      };
    });
    return { data: { totalCount: total, sshSet } };
  },
});

/** The private addresses of instances. */
async function addressesOf(
  context: ReadContext,
  instances: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  const all = [...new Set(instances)];
  for (let at = 0; at < all.length; at += PAGE) {
    const keys = all.slice(at, at + PAGE);
    const page = { region: context.region, keys, offset: 0, limit: PAGE };
    for (const { key, privateAddress } of (await listInstances(context, page)).instances) {
      if (privateAddress !== null) addresses.set(key, formatAddress(privateAddress));
    }
  }
  return addresses;
}
