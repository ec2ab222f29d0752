import { parameterTemplateFaults as faults } from '#resources/parameter-template/faults.ts';
import type {
  ParameterTemplate,
  TemplateKind,
  TemplateMember,
} from '#resources/parameter-template/parameter-template.ts';
import {
  listTemplates,
  membersMax,
  type TemplatesRequest,
} from '#resources/parameter-template/verbs/templates.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, time } from '#wire/builders.ts';
import type { ReadContext } from '../../../context.ts';
import { parseTencentId } from '../../ids.ts';
import { asks, type Filter, refusedValue } from '../../structs/filters.ts';
import { sliceOf } from '../../structs/listing.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { vpcFilters, vpcPageFields } from '../listing.ts';

/** The id of a template that a request is about. */
export function templateId(kind: TemplateKind) {
  return id(kind, { required: true, reasons: { malformed: faults.malformed } });
}

/** The ids of the members of a group. */
export function memberIds(kind: TemplateKind) {
  return {
    max: membersMax[kind],
    item: id(kind, { reasons: { malformed: faults.malformed } }),
    reasons: { count: faults.tooManyMembers },
  } as const;
}

export const templateName = {
  min: 1,
  max: 60,
  reasons: { length: faults.nameMalformed },
} as const;

/** Members without descriptions; that there are too many is told by the domain. */
export const plainMembers = { max: 100, reasons: { count: faults.tooManyMembers } } as const;

const described = {
  Description: { empty: 'kept', max: 100, reasons: { length: faults.descriptionTooLong } },
  // A member may be sent as it was shown.
  UpdatedTime: { deprecated: true },
} as const;

/** The same with descriptions. */
export const describedMembers = { ...plainMembers, item: { fields: described } } as const;

type Given = Pick<TemplateMember, 'value' | 'description'>;

/**
 * The members of a request, which has them in one of two forms; undefined where it has none.
 * @throws parameter-template.membersConflict
 */
export function membersOf(
  plain: readonly string[] | undefined,
  withText: readonly Given[] | undefined,
): readonly Given[] | undefined {
  if (plain !== undefined && withText !== undefined) throw faults.membersConflict();
  return withText ?? plain?.map((value) => ({ value, description: '' }));
}

/** Times as these pages have them. */
export const templateTimes = {
  CreatedTime: time({ form: 'spaced' }),
  UpdatedTime: time({ form: 'spaced' }),
} as const;
export const memberTime = { UpdatedTime: time({ form: 'spaced' }) } as const;

const direction = { values: ['ASC', 'DESC'] } as const;

/** What the four lists take besides their filters; none of the orders has a default. */
export function templatePage(name: string, member: string) {
  return {
    ...vpcPageFields,
    OrderField: { values: [`${name}Id`, 'CreatedTime', 'UpdateTime'] },
    OrderDirection: direction,
    MemberOrderField: { values: [member, 'UpdateTime'] },
    MemberOrderDirection: direction,
  } as const;
}

/** The filters of a list of templates of a kind, whose names begin alike. */
export function templateFilters(
  name: string,
  kind: TemplateKind,
  more: Readonly<Record<string, Filter<TemplatesRequest['filter']>>> = {},
) {
  return vpcFilters({
    ...more,
    [`${name}-name`]: asks('names'),
    [`${name}-id`]: asks('keys', (text: string) => keyOf(kind, text)),
  });
}

function keyOf(kind: TemplateKind, text: string): string {
  const parsed = parseTencentId(kind, text);
  if (parsed !== 'malformed') return parsed.key;
  throw refusedValue(listingFaults.valueMalformed, text, 'the id of a template');
}

interface ListAsked {
  readonly Offset: number;
  readonly Limit: number;
  readonly OrderField?: string | undefined;
  readonly OrderDirection?: string | undefined;
  readonly MemberOrderField?: string | undefined;
  readonly MemberOrderDirection?: string | undefined;
}

/** More than the quota lets anybody have. */
const ALL = 1_000;

/** The templates of a kind in the order that is asked for, with their members in theirs. */
export async function orderedTemplates(
  context: ReadContext,
  kind: TemplateKind,
  { filter, asked }: { readonly filter: TemplatesRequest['filter']; readonly asked: ListAsked },
) {
  const { region } = context;
  const page = { offset: 0, limit: ALL };
  const { items } = await listTemplates(context, {
    region,
    filter: { ...filter, kinds: [kind] },
    page,
  });
  const { OrderField: field, MemberOrderField: memberField } = asked;
  const order = orderOf<ParameterTemplate>(field, asked.OrderDirection, (template) => {
    if (field === 'CreatedTime') return template.createdAt;
    return field === 'UpdateTime' ? template.updatedAt : template.key;
  });
  const memberOrder = orderOf<TemplateMember>(
    memberField,
    asked.MemberOrderDirection,
    ({ value, updatedAt }) => (memberField === 'UpdateTime' ? updatedAt : value),
  );
  const shown = sliceOf(order(items), asked).map((template) => {
    return { ...template, members: memberOrder(template.members) };
  });
  return { total: items.length, items: shown };
}

/** Sorts by what `of` tells, where a field is named; else all stays as it is. */
function orderOf<T>(
  field: string | undefined,
  direction: string | undefined,
  of: (item: T) => string | number,
): (items: readonly T[]) => readonly T[] {
  if (field === undefined) return (items) => items;
  const sign = direction === 'DESC' ? -1 : 1;
  return (items) =>
    items.toSorted((one, other) => {
      const [a, b] = [of(one), of(other)];
      if (a === b) return 0;
      return a < b ? -sign : sign;
    });
}

/** The tags of templates, as they are shown. */
export async function tagsShown(
  { db }: Pick<ReadContext, 'db'>,
  templates: readonly ParameterTemplate[],
) {
  const keys = templates.map(({ key }) => key);
  const tags = await tagsOf(db, 'parameter-template', keys);
  return ({ key }: ParameterTemplate) => shownTags(tags.get(key));
}
