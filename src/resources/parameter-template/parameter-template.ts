import type { Key } from '#kernel/key.ts';
import type {
  NewParameterTemplateRow,
  ParameterTemplateRow,
} from '#store/schema/parameter-template.ts';

export type TemplateKind = ParameterTemplateRow['kind'];

/** A member: an address, a service, or the key of a template. */
export interface TemplateMember {
  readonly value: string;
  readonly description: string;
  /** Cloud milliseconds. */
  readonly updatedAt: number;
}

/** Addresses or services under one name, or a group of such templates. */
export interface ParameterTemplate {
  readonly key: Key<'parameter-template'>;
  readonly account: string;
  readonly region: string;
  readonly kind: TemplateKind;
  readonly name: string;
  readonly members: readonly TemplateMember[];
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What the groups of each kind consist of. */
export const memberKinds: Partial<Record<TemplateKind, TemplateKind>> = {
  'address-group': 'addresses',
  'service-group': 'services',
};

/** The template of a row. */
export function parameterTemplateOf(row: Omit<ParameterTemplateRow, 'seq'>): ParameterTemplate {
  const { created_at: createdAt, updated_at: updatedAt, members, ...rest } = row;
  return {
    key: rest.key,
    account: rest.account,
    region: rest.region,
    kind: rest.kind,
    name: rest.name,
    members: JSON.parse(members) as readonly TemplateMember[],
    createdAt,
    updatedAt,
  };
}

/** The row of a new template. */
export function parameterTemplateRow(template: ParameterTemplate): NewParameterTemplateRow {
  const { createdAt, updatedAt, members, ...rest } = template;
  return {
    ...rest,
    members: JSON.stringify(members),
    created_at: createdAt,
    updated_at: updatedAt,
  };
}
