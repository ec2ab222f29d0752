import type { Fault } from '#kernel/fault.ts';
import { characterCount } from '#kernel/text.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { tagFaults } from '../faults.ts';
import { deleteTagsByNames } from '../table.ts';
import type { Tag } from '../tag.ts';
import { presentResources, type TaggedResource } from '../tagged.ts';
import { deleteTags, saveTags, tagsOf } from '../tags.ts';

/** A vendor's own rules, such as reserved beginnings of keys, have been checked before. */
export interface TagChange {
  /** Up to 1,024, of any kinds. */
  readonly resources: readonly TaggedResource[];
  /** Where they have to be; null for anywhere. */
  readonly region: string | null;
  /** Tags that they get: one whose name they have takes the new value. */
  readonly set?: readonly Tag[];
  /** Names of tags that they lose; all of them where it says so. */
  readonly remove?: readonly string[] | 'all';
  /** Whether a resource must not have the names already, or must have each of them. */
  readonly existing?: 'refused' | 'required';
  /** How many tags a resource may have by the vendor's documents; never more than `tagsMax`. */
  readonly tagsMax?: number;
}

/** A resource that was left as it is, and why. */
export interface UntouchedResource extends TaggedResource {
  readonly fault: Fault;
}

/** Tags of one resource: Tencent's limit, and more than Alibaba's 20. */
export const tagsMax = 50;
/** Characters, as the more generous vendor has it: Alibaba's of keys, Tencent's of values. */
const KEY_CHARACTERS_MAX = 128;
const VALUE_CHARACTERS_MAX = 256;

/**
 * Changes the tags of resources of any kinds, each for itself, and answers those that were left as
 * they are: what is not there, not the account's or elsewhere, and what would have too many tags.
 * An action that is done as a whole or not at all throws the first one's fault.
 */
export const changeTags = verb(
  [
    tagFaults.resourceNotFound,
    tagFaults.tooMany,
    tagFaults.keyExists,
    tagFaults.notAttached,
    tagFaults.keyTwice,
    tagFaults.keyEmpty,
    tagFaults.keyTooLong,
    tagFaults.valueTooLong,
  ],
  async (scope: Scope, change: TagChange): Promise<readonly UntouchedResource[]> => {
    checkTags(change.set ?? []);
    const untouched: UntouchedResource[] = [];
    const byKind = Map.groupBy(change.resources, ({ kind }) => kind);
    for (const [kind, resources] of byKind) {
      const keys = [...new Set(resources.map(({ key }) => key))];
      untouched.push(...(await changeOfKind(scope, change, { kind, keys })));
    }
    return untouched;
  },
);

interface OfKind {
  readonly kind: TaggedResource['kind'];
  readonly keys: readonly string[];
}

async function changeOfKind(
  scope: Scope,
  change: TagChange,
  { kind, keys }: OfKind,
): Promise<readonly UntouchedResource[]> {
  const { db, account } = scope;
  const { region, set = [], remove = [] } = change;
  const present = await presentResources(scope, kind, { keys, region });
  const before = await tagsOf(db, kind, [...present.keys()]);
  const untouched: UntouchedResource[] = [];
  const resources: string[] = [];
  for (const key of keys) {
    const fault = present.has(key)
      ? refusalOf(change, { resource: { [kind]: key }, tags: before.get(key) ?? [] })
      : tagFaults.resourceNotFound({ [kind]: key });
    if (fault === undefined) resources.push(key);
    else untouched.push({ kind, key, fault });
  }
  const names = remove === 'all' ? [] : [...new Set([...remove, ...set.map(nameOf)])];
  if (remove === 'all') await deleteTags(db, kind, resources);
  else if (resources.length > 0 && names.length > 0) {
    await db.run(deleteTagsByNames, { kind, resources, names });
  }
  await saveTags(db, { account, kind, resources }, set);
  return untouched;
}

const nameOf = ({ name }: Tag): string => name;

/** Why a resource cannot be changed; its detail names the resource as its kind. */
function refusalOf(
  { set = [], remove = [], existing, tagsMax: own = tagsMax }: TagChange,
  of: { readonly resource: Readonly<Record<string, string>>; readonly tags: readonly Tag[] },
): Fault | undefined {
  const has = new Set(of.tags.map(nameOf));
  const lost = remove === 'all' ? [...has] : remove;
  if (existing === 'required') {
    const absent = [...set.map(nameOf), ...lost].find((name) => !has.has(name));
    if (absent !== undefined) return tagFaults.notAttached({ ...of.resource, tag: absent });
  }
  const names = new Set([...has].filter((name) => !lost.includes(name)));
  const twice = set.find(({ name }) => names.has(name));
  if (existing === 'refused' && twice !== undefined) {
    return tagFaults.keyExists({ ...of.resource, tag: twice.name });
  }
  for (const { name } of set) names.add(name);
  const limit = Math.min(own, tagsMax);
  const grows = names.size > of.tags.length;
  return grows && names.size > limit ? tagFaults.tooMany({ ...of.resource, limit }) : undefined;
}

function checkTags(tags: readonly Tag[]): void {
  for (const { name, value } of tags) {
    if (name === '') throw tagFaults.keyEmpty();
    if (characterCount(name) > KEY_CHARACTERS_MAX) throw tagFaults.keyTooLong();
    if (characterCount(value) > VALUE_CHARACTERS_MAX) throw tagFaults.valueTooLong();
  }
  if (new Set(tags.map(nameOf)).size < tags.length) throw tagFaults.keyTwice();
}
