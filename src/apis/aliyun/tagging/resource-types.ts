import type { ReadContext, WriteContext } from '#apis/context.ts';
import { keyPairsByNames, namesOfKeyPairs } from '#resources/key-pair/names.ts';
import type { TaggedKind } from '#resources/nouns.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { taggedKinds, type TaggedResource } from '#resources/tag/tagged.ts';
import { aliyunId, aliyunIdKinds, parseAliyunId, type AliyunIdKind } from '../ids.ts';

/** The types of resources of a service, as its pages write them, and what kinds they are here. */
export type ResourceTypes = ReadonlyMap<string, AliyunIdKind | undefined>;

/** A type that a page has; undefined as its kind where nothing of it is here. */
export interface ResourceType {
  readonly name: string;
  readonly kind: TaggedKind | undefined;
}

/** The type of that name. @throws tag.kindUnknown where the page does not have it */
export function typeNamed(types: ResourceTypes, name: string): ResourceType {
  if (!types.has(name)) throw tagFaults.kindUnknown();
  const kind = types.get(name);
  return { name, kind: taggedKinds.find((one) => one === kind) };
}

/**
 * The resources of a type that ids name. A key pair goes by its name, or by the id that making it
 * answers. @throws tag.resourceNotFound where an id cannot be one of the type
 */
export async function resourcesNamed(
  context: ReadContext | WriteContext,
  { kind }: ResourceType,
  ids: readonly string[],
): Promise<readonly TaggedResource[]> {
  const found = await resourcesPossible(context, { kind }, ids);
  return found.map((resource) => {
    if (resource === undefined) throw tagFaults.resourceNotFound();
    return resource;
  });
}

/** The same, undefined in the place of an id that cannot be one of the type. */
export async function resourcesPossible(
  context: ReadContext | WriteContext,
  { kind }: Pick<ResourceType, 'kind'>,
  ids: readonly string[],
): Promise<ReadonlyArray<TaggedResource | undefined>> {
  if (kind === undefined) return ids.map(() => undefined);
  const names = kind === 'key-pair' ? await keyPairsByNames(context, ids) : new Map();
  return ids.map((id): TaggedResource | undefined => {
    const parsed = parseAliyunId(idKind(kind), id);
    const key = (names.get(id) as string | undefined) ?? (parsed === 'unknown' ? '' : parsed.key);
    return key === '' ? undefined : { kind, key };
  });
}

/** What shows the resources of a kind by their ids. */
export async function idsOf(
  context: ReadContext,
  kind: TaggedKind,
  keys: readonly string[],
): Promise<(key: string) => string> {
  if (kind !== 'key-pair') return (key) => aliyunId(idKind(kind), key);
  const names = await namesOfKeyPairs(context, keys);
  return (key) => names.get(key) ?? '';
}

const idKinds: ReadonlySet<string> = new Set(aliyunIdKinds);
const isIdKind = (kind: string): kind is AliyunIdKind => idKinds.has(kind);

function idKind(kind: TaggedKind): AliyunIdKind {
  if (isIdKind(kind)) return kind;
  throw new Error(`Alibaba has no ids of the kind ${kind}.`);
}
