import type { ParameterTemplateRow } from '#store/schema/parameter-template.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { containsOne, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import {
  parameterTemplateOf,
  type ParameterTemplate,
  type TemplateKind,
} from './parameter-template.ts';

interface InRegion {
  readonly account: string;
  readonly region: string;
}

export const templatesByKeys = statement<{ readonly keys: readonly string[] }>()((db, p) =>
  db.selectFrom('parameter_templates').selectAll().where('key', 'in', p.keys),
);

export const templatesOfKind = statement<InRegion & { readonly kind: TemplateKind }>()((db, p) =>
  db
    .selectFrom('parameter_templates')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('kind', '=', p.kind),
);

/** Keeps a template from going until this transaction is done (D3). */
export const holdTemplateRow = statement<
  InRegion & { readonly key: string; readonly kind: TemplateKind }
>()((db, p) =>
  db
    .updateTable('parameter_templates')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('key', '=', p.key)
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('kind', '=', p.kind),
);

/** Changes one that nobody changed since it was read (D3). */
export const changeTemplateRow = statement<{
  readonly key: string;
  readonly before: string;
  readonly name: string;
  readonly members: string;
  readonly at: number;
}>()((db, p) =>
  db
    .updateTable('parameter_templates')
    .set({ name: p.name, members: p.members, updated_at: p.at })
    .where('key', '=', p.key)
    .where('members', '=', p.before),
);

export const deleteTemplateRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('parameter_templates').where('key', '=', p.key),
);

/** What a template must be like; the values of one field are alternatives. */
export interface ParameterTemplateFilter {
  readonly keys?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  /** Texts of which one stands among the members. */
  readonly members?: readonly string[] | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  readonly kinds?: readonly TemplateKind[] | undefined;
}

const templateListing = listing<ParameterTemplateFilter, ParameterTemplateRow>(
  'parameter_templates',
  {
    keys: within('key', 'few'),
    names: within('name', 'scan'),
    members: containsOne('members'),
    tags: taggedWith('parameter-template'),
    kinds: within('kind'),
  },
);

/** The templates of an account in a region, newest first. */
export async function selectTemplates(
  reader: Reader,
  owner: InRegion,
  { filter, page }: { readonly filter: ParameterTemplateFilter; readonly page: Page },
): Promise<Listed<ParameterTemplate>> {
  const request = { query: filter, page, newestFirst: true };
  const { total, rows } = await templateListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: parameterTemplateOf });
}
