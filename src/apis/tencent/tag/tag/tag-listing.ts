import { createHash } from 'node:crypto';
import { listingFaults } from '#resources/listing/faults.ts';
import type { TagOn } from '#resources/tag/verbs/list-tags.ts';
import { integer } from '#wire/builders.ts';
import { shownResource } from './resource-name.ts';

const reasons = { range: listingFaults.pageOutOfRange } as const;

/** Offset and Limit of these pages: 15 by default, 1,000 at most (651/33014). */
export const tagPageFields = {
  Offset: integer({ default: 0, min: 0, reasons: { range: listingFaults.offsetOutOfRange } }),
  Limit: integer({ default: 15, min: 1, max: 1_000, reasons }),
} as const;

/** The part of a list that is asked for. @throws Fault where Offset is no multiple of Limit */
export function tagPage({ Offset, Limit }: { readonly Offset: number; readonly Limit: number }) {
  if (Offset % Limit === 0) return { offset: Offset, limit: Limit };
  const message = `The Offset ${Offset} is not a multiple of the Limit ${Limit}.`;
  throw listingFaults.offsetOutOfRange({ message });
}

/** Category of a list: every tag here is its owner's. */
export const category = { default: 'All', values: ['Custom', 'System', 'All'] } as const;

/** A tag on a resource, as the lists of resources' tags show it. */
export function shownTagOn({ kind, resource, name, value }: TagOn) {
  const { id, service } = shownResource({ kind, key: resource });
  return {
    TagKey: name,
    TagValue: value,
    ResourceId: id,
    TagKeyMd5: md5(name),
    TagValueMd5: md5(value),
    ServiceType: service,
    Category: 'Custom',
  };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
