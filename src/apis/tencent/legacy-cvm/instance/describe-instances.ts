// https://cloud.tencent.com/document/api/213/831 (seed 004 L52168)
import { action } from '#apis/context.ts';
import { nameContaining } from '#resources/instance/name-pattern.ts';
import { disksOfListed, listInstances, type ListRequest } from '#resources/instance/verbs/list.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { id, integer, list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { defaultInstanceName } from '../../structs/instance/render-instance.ts';
import { limit, offset } from '../../legacy/paging.ts';
import { legacyInstanceShape } from './instance-shape.ts';
import { renderLegacyInstance } from './render-instance.ts';
import { withStatus } from './words.ts';

const FILTER_VALUES_MAX = 100;
const NAME_CHARACTERS_MAX = 128;

const inputShape = structure({
  instanceIds: list(id('instance'), { max: FILTER_VALUES_MAX }),
  lanIps: list(string(), { max: FILTER_VALUES_MAX }),
  searchWord: string({ max: NAME_CHARACTERS_MAX }),
  status: integer(),
  projectId: integer({ min: 0 }),
  zoneId: id('zone'),
  offset,
  limit,
  // Whether what is shown may be a little old (L51319): here it never is.
  simplify: integer({ deprecated: true, source: 'seed 004 L51319' }),
});

/** Instances of the region, newest first; unknown ids are left out (D24). */
export const describeInstances = action.read({
  name: 'DescribeInstances',
  input: inputShape,
  output: structure({ totalCount: integer(), instanceSet: list(legacyInstanceShape) }),
  handle: async (context, input) => {
    const { total, instances } = await listInstances(context, queryOf(input, context.region));
    const disks = await disksOfListed(context, instances);
    const shown = instances.map((one) =>
      renderLegacyInstance(context, one, disks.get(one.key) ?? []),
    );
    return { totalCount: total, instanceSet: shown };
  },
});

/** An address or a status that no instance can have matches nothing. */
function queryOf(input: InferIn<typeof inputShape>, region: string): ListRequest {
  const { instanceIds, lanIps = [], searchWord, status, projectId, zoneId } = input;
  const page = { region, offset: input.offset, limit: input.limit };
  const addresses = lanIps.flatMap((text) => parseAddress(text) ?? []);
  if (lanIps.length > 0 && addresses.length === 0) return { ...page, nothing: true };
  return {
    ...page,
    keys: instanceIds?.length === 0 ? undefined : instanceIds,
    addresses: addresses.length === 0 ? undefined : addresses,
    ...namesOf(searchWord),
    ...(status !== undefined && withStatus(status)),
    projects: projectId === undefined ? undefined : [projectId],
    zones: zoneId === undefined ? undefined : [zoneId],
  };
}

/** Names in which the word stands, the one shown where there is none among them. */
function namesOf(word: string | undefined): Pick<ListRequest, 'namePatterns' | 'nameless'> {
  if (word === undefined) return {};
  const nameless = defaultInstanceName.includes(word) ? 'all' : undefined;
  return { namePatterns: [nameContaining(word)], nameless };
}
