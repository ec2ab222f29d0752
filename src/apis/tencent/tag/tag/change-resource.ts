import type { WriteContext } from '#apis/context.ts';
import { keepTags } from '#resources/tag/verbs/keep-tags.ts';
import { changeTags, type TagChange } from '#resources/tag/verbs/change-tags.ts';
import { tagsMax } from '../../tag-rules.ts';
import { resourceNamed } from './resource-name.ts';

/** Changes the tags of the one resource of a name. @throws Fault where it cannot be done */
export async function changeResource(
  context: WriteContext,
  name: string,
  change: Omit<TagChange, 'resources' | 'region'>,
): Promise<void> {
  const { region, ...resource } = resourceNamed(name, context.account);
  await keepTags(context, change.set ?? []);
  const [untouched] = await changeTags(context, {
    ...change,
    resources: [resource],
    region,
    tagsMax,
  });
  if (untouched !== undefined) throw untouched.fault;
}
