import type { WriteContext } from '#apis/context.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { changeTags as changeTagsVerb, type TagChange } from '#resources/tag/verbs/change-tags.ts';
import { string, structure } from '#wire/builders.ts';
import { tagsMax } from '../tag-rules.ts';
import { resourcesNamed, typeNamed, type ResourceTypes } from './resource-types.ts';

/** ResourceType, which each page needs. */
export const resourceType = { reasons: { missing: tagFaults.kindMissing } } as const;

/** ResourceId.N: 1 to 50 of them. */
export const resourceIds = {
  max: 50,
  item: { max: 128 },
  reasons: { missing: tagFaults.resourceMissing, count: tagFaults.tooManyResources },
} as const;

/** Tag.N of an action that sets tags: 1 to 20 of them, a value left out is "". */
export const tagsSet = {
  max: tagsMax,
  item: structure({
    Key: string({ names: ['key'] }),
    Value: string({ default: '', names: ['value'] }),
  }),
  reasons: { missing: tagFaults.nothingToChange, count: tagFaults.tooManyAtOnce },
} as const;

/** TagKey.N, and All where there are none. */
export const tagsRemoved = {
  TagKey: { max: tagsMax, item: { max: 128 }, reasons: { count: tagFaults.tooManyAtOnce } },
  All: { default: false },
} as const;

/** Which tags TagKey.N and All take off. @throws tag.nothingToChange where it is none */
export function removedTags({
  TagKey = [],
  All,
}: {
  readonly TagKey?: readonly string[] | undefined;
  readonly All: boolean;
}): readonly string[] | 'all' {
  if (TagKey.length > 0) return TagKey;
  if (All) return 'all';
  throw tagFaults.nothingToChange();
}

interface Named {
  readonly ResourceType: string;
  readonly ResourceId: readonly string[];
}

/** Changes the tags of all the resources, or of none. @throws Fault where one cannot be changed */
export async function changeTags(
  context: WriteContext,
  { types, named }: { readonly types: ResourceTypes; readonly named: Named },
  change: Pick<TagChange, 'set' | 'remove'>,
): Promise<void> {
  const type = typeNamed(types, named.ResourceType);
  const resources = await resourcesNamed(context, type, named.ResourceId);
  const { region } = context;
  const [untouched] = await changeTagsVerb(context, { ...change, resources, region, tagsMax });
  if (untouched !== undefined) throw untouched.fault;
}
