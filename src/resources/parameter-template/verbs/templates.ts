import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Listed, Page } from '../../page.ts';
import { limitOf } from '../../quota/quota.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { parameterTemplateFaults as faults } from '../faults.ts';
import { checkMembers } from '../members.ts';
import {
  memberKinds,
  parameterTemplateOf,
  parameterTemplateRow,
  type ParameterTemplate,
  type TemplateKind,
  type TemplateMember,
} from '../parameter-template.ts';
import {
  changeTemplateRow,
  deleteTemplateRow,
  holdTemplateRow,
  selectTemplates,
  templatesByKeys,
  templatesOfKind,
  type ParameterTemplateFilter,
} from '../table.ts';
import type { TemplateRef } from '../../security-group-rule/rule.ts';
import { isTemplateNamed } from '../../security-group-rule/usage.ts';

/** How many members one template may have; the vendor tells them of its own. */
export const membersMax: Readonly<Record<TemplateKind, number>> = {
  addresses: 20,
  'address-group': 20,
  services: 20,
  'service-group': 20,
};

type Template = Key<'parameter-template'>;
type MemberGiven = Pick<TemplateMember, 'value' | 'description'>;

export interface TemplatesNamed {
  readonly region: string;
  readonly named: readonly TemplateRef[];
}

/**
 * Templates of the account, which something names from now on: none of them goes until this
 * transaction is done. @throws parameter-template.notFound
 */
export const holdTemplates = verb(
  [faults.notFound],
  async ({ db, account }: Scope, { region, named }: TemplatesNamed): Promise<void> => {
    const once = new Map(named.map((one) => [one.key, one]));
    const inOrder = [...once.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
    for (const { kind, key } of inOrder) {
      const held = await db.run(holdTemplateRow, { account, region, kind, key });
      if (held !== 1) throw faults.notFound({ 'parameter-template': key });
    }
  },
);

export interface NewTemplate {
  readonly region: string;
  readonly kind: TemplateKind;
  readonly name: string;
  readonly members: readonly MemberGiven[];
  readonly tags: readonly Tag[];
}

const checkedMembers = verb(
  [
    holdTemplates,
    faults.membersMissing,
    faults.addressMalformed,
    faults.serviceMalformed,
    faults.memberTwice,
    faults.tooManyMembers,
  ],
  async (
    scope: Scope,
    { region, kind }: Pick<NewTemplate, 'region' | 'kind'>,
    given: readonly MemberGiven[],
  ): Promise<readonly TemplateMember[]> => {
    const values = given.map(({ value }) => value);
    const limit = membersMax[kind];
    if (values.length > limit) throw faults.tooManyMembers({ limit });
    checkMembers(kind, values);
    const inner = memberKinds[kind];
    if (inner !== undefined) {
      const named = values.map((key) => ({ kind: inner, key }));
      await holdTemplates(scope, { region, named });
    }
    return given.map((member) => ({ ...member, updatedAt: scope.now }));
  },
);

/** Makes a template. */
export const addTemplate = verb(
  [checkedMembers, faults.quotaExceeded],
  async (scope: Scope, request: NewTemplate): Promise<ParameterTemplate> => {
    const { db, account, now, cloud } = scope;
    const { tags, ...asked } = request;
    const { region, kind } = asked;
    const members = await checkedMembers(scope, asked, request.members);
    const limit = await limitOf(scope, 'parameterTemplatesPerKindMax', { place: region });
    const siblings = await db.all(templatesOfKind, { account, region, kind });
    if (siblings.length >= limit) throw faults.quotaExceeded({ limit });
    const key = newKey(cloud.random);
    const template = { ...asked, members, key, account, createdAt: now, updatedAt: now };
    await db.insert('parameter_templates', [parameterTemplateRow(template)]);
    await saveTags(db, { account, kind: 'parameter-template', resources: [key] }, tags);
    return template;
  },
);

export interface TemplateRequest {
  readonly region: string;
  readonly kind: TemplateKind;
  readonly template: Template;
}

/** A template of the account. @throws parameter-template.notFound */
export const getTemplate = verb(
  [faults.notFound],
  async ({ db, account }: ReadScope, request: TemplateRequest): Promise<ParameterTemplate> => {
    const { region, kind, template: key } = request;
    const [row] = await db.all(templatesByKeys, { keys: [key] });
    if (row?.account !== account || row.region !== region || row.kind !== kind) {
      throw faults.notFound({ 'parameter-template': key });
    }
    return parameterTemplateOf(row);
  },
);

/** What is not given stays. */
export interface TemplateChange extends TemplateRequest {
  readonly name?: string | undefined;
  readonly members?: readonly MemberGiven[] | undefined;
}

/** Changes a template; rules that name it follow. */
export const changeTemplate = verb(
  [getTemplate, checkedMembers],
  async (scope: Scope, change: TemplateChange): Promise<void> => {
    const template = await getTemplate(scope, change);
    const { key, name: nameBefore } = template;
    const { members: before } = parameterTemplateRow(template);
    const given = change.members;
    const members =
      given === undefined ? template.members : await checkedMembers(scope, template, given);
    const { name = nameBefore } = change;
    const after = { key, before, name, members: JSON.stringify(members), at: scope.now };
    if ((await scope.db.run(changeTemplateRow, after)) !== 1) {
      throw faults.notFound({ 'parameter-template': key });
    }
  },
);

/** Deletes a template that no rule and no group of templates names. */
export const removeTemplate = verb(
  [getTemplate, faults.inUse],
  async (scope: Scope, request: TemplateRequest): Promise<void> => {
    const { db, account } = scope;
    const { key, region, kind } = await getTemplate(scope, request);
    // First it goes, then it is asked who names it: who names it meanwhile holds it.
    await db.run(deleteTemplateRow, { key });
    if (await isTemplateNamed(db, { kind, key })) throw faults.inUse({ 'parameter-template': key });
    const outer = kind === 'addresses' ? 'address-group' : 'service-group';
    const groups = await db.all(templatesOfKind, { account, region, kind: outer });
    const isMember = groups
      .map(parameterTemplateOf)
      .some(({ members }) => members.some(({ value }) => value === key));
    if (isMember && kind !== outer) throw faults.inUse({ 'parameter-template': key });
    await deleteTags(db, 'parameter-template', [key]);
  },
);

export interface TemplatesRequest {
  readonly region: string;
  readonly filter: ParameterTemplateFilter;
  readonly page: Page;
}

/** Templates of the account in a region, newest first. */
export const listTemplates = verb(
  [],
  ({ db, account }: ReadScope, request: TemplatesRequest): Promise<Listed<ParameterTemplate>> =>
    selectTemplates(db, { account, region: request.region }, request),
);
