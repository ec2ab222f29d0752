import { tagFaults } from '#resources/tag/faults.ts';
import type { TagFilter } from '#resources/tag/tag.ts';
import { integer, list, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import type { Reason } from '#kernel/fault.ts';
import { tagsMax } from '../tag-rules.ts';

/** Accepted, and of no effect here. */
export const silent = { deprecated: true, source: 'sdk' } as const;

const NO_ADDRESS = /^(?!https?:\/\/)/;

/** A name: 1 to 128 characters that do not begin with http:// or https:// (today's SDK). */
export function name(reason: Reason) {
  return string({ max: 128, pattern: NO_ADDRESS, reasons: { length: reason, pattern: reason } });
}

/** A description: 1 to 256 characters that do not begin with http:// or https:// (today's SDK). */
export function description(reason: Reason) {
  return string({ max: 256, pattern: NO_ADDRESS, reasons: { length: reason, pattern: reason } });
}

/** ASCII; no page of the service gives a length, ECS has 64. */
export const clientToken = string({ max: 64, pattern: /^[\x20-\x7e]*$/ });

export const pageNumber = integer({ default: 1, min: 1, max: 1_000_000 });
export const pageSize = integer({ default: 10, min: 1, max: 50 });

/** Tag.N of an action that lists things. */
export const tagsWanted = list(structure({ Key: string(), Value: string() }), {
  max: tagsMax,
  reasons: { count: tagFaults.filterTooMany },
});

/** What the tags must be; a key without a value is for any value. */
export function tagFiltersOf(
  given: InferIn<typeof tagsWanted> | undefined,
): readonly TagFilter[] | undefined {
  return given?.map(({ Key: key, Value: value }) => {
    if (key === undefined) {
      throw tagFaults.keyMissing({ at: 'Tag.n.Key', problem: 'is missing' });
    }
    return value === undefined ? { names: [key] } : { names: [key], values: [value] };
  });
}

/** The id of an account is a number; ours are digits (account/accounts.ts). */
export function ownerIdOf(account: string): number {
  return Number(account) || 0;
}

/** The page that PageNumber and PageSize ask for. */
export function pageOf(input: { readonly PageNumber: number; readonly PageSize: number }) {
  return { offset: (input.PageNumber - 1) * input.PageSize, limit: input.PageSize };
}

/** The region that a request names, or none. */
export function regionAsked({ region }: { readonly region: string }): string | undefined {
  return region === '' ? undefined : region;
}
