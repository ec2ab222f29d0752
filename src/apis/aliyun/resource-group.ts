import type { WriteContext } from '#apis/context.ts';
import { defaultGroupKey, groupValues } from '#resources/resource-group/resource-group.ts';
import { getGroup } from '#resources/resource-group/verbs/get-groups.ts';

/**
 * The group in which something is made: "" where none is named, which is the default one.
 * @throws resource-group.notFound
 */
export async function groupForNew(
  context: WriteContext,
  group: string | undefined,
): Promise<string> {
  return group === undefined ? '' : (await getGroup(context, group)).key;
}

/** What a list is narrowed to by ResourceGroupId; of a group that is not there it has nothing. */
export function groupsAsked(
  account: string,
  group: string | undefined,
): ReadonlyArray<string | null> | undefined {
  return group === undefined ? undefined : groupValues(account, group);
}

/** Whether a list of what is in no group of its own is asked for another than the default one. */
export function isOtherGroup(account: string, group: string | undefined): boolean {
  return group !== undefined && group !== defaultGroupKey(account);
}
