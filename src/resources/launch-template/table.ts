import type { Key } from '#kernel/key.ts';
import type { LaunchTemplateRow } from '#store/schema/launch-template.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { equal, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { launchTemplateOf, type LaunchTemplate } from './launch-template.ts';

interface Owned {
  readonly account: string;
  readonly region: string;
  readonly vendor: LaunchTemplate['vendor'];
}

export const ownTemplate = statement<Owned & { readonly key: string }>()((db, p) =>
  db
    .selectFrom('launch_templates')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('vendor', '=', p.vendor),
);

export const templateNamed = statement<Owned & { readonly name: string }>()((db, p) =>
  db
    .selectFrom('launch_templates')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('vendor', '=', p.vendor)
    .where('name', '=', p.name)
    .limit(1),
);

export const templatesIn = statement<Owned>()((db, p) =>
  db
    .selectFrom('launch_templates')
    .select(({ fn }) => fn.countAll<number | bigint>().as('count'))
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('vendor', '=', p.vendor),
);

/** Gives out the next number, only while it is the one that was looked at (D3). */
export const takeVersionNumber = statement<{ readonly key: string; readonly before: number }>()(
  (db, p) =>
    db
      .updateTable('launch_templates')
      .set((eb) => ({ latest_version: eb('latest_version', '+', 1) }))
      .where('key', '=', p.key)
      .where('latest_version', '=', p.before),
);

export const setDefaultVersion = statement<{ readonly key: string; readonly version: number }>()(
  (db, p) =>
    db.updateTable('launch_templates').set({ default_version: p.version }).where('key', '=', p.key),
);

export const deleteTemplateRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('launch_templates').where('key', '=', p.key),
);

interface OfTemplate {
  readonly template: string;
}

/** The versions of a template without what they preset, oldest first. */
export const versionsOf = statement<OfTemplate>()((db, p) =>
  db
    .selectFrom('launch_template_versions')
    .select(['version', 'description', 'created_at'])
    .where('template', '=', p.template)
    .orderBy('version'),
);

export const presetsOf = statement<OfTemplate & { readonly versions: readonly number[] }>()(
  (db, p) =>
    db
      .selectFrom('launch_template_versions')
      .select(['version', 'data'])
      .where('template', '=', p.template)
      .where('version', 'in', p.versions),
);

export const countsOfVersions = statement<{ readonly templates: readonly string[] }>()((db, p) =>
  db
    .selectFrom('launch_template_versions')
    .select(({ fn }) => ['template' as const, fn.countAll<number | bigint>().as('count')])
    .where('template', 'in', p.templates)
    .groupBy('template'),
);

export const deleteVersionRows = statement<OfTemplate & { readonly versions: readonly number[] }>()(
  (db, p) =>
    db
      .deleteFrom('launch_template_versions')
      .where('template', '=', p.template)
      .where('version', 'in', p.versions),
);

export const deleteAllVersionRows = statement<OfTemplate>()((db, p) =>
  db.deleteFrom('launch_template_versions').where('template', '=', p.template),
);

/** What a template must be like; the values of one field are alternatives. */
export interface LaunchTemplateFilter {
  readonly keys?: ReadonlyArray<Key<'launch-template'>> | undefined;
  readonly names?: readonly string[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
  readonly vendor?: LaunchTemplate['vendor'] | undefined;
}

const launchTemplateListing = listing<LaunchTemplateFilter, LaunchTemplateRow>('launch_templates', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('launch-template'),
  vendor: equal('vendor', 'scan'),
});

/** The templates of an account in a region, newest first. */
export async function selectTemplates(
  reader: Reader,
  { vendor, ...owner }: Owned,
  { filter, page }: { readonly filter: LaunchTemplateFilter; readonly page: Page },
): Promise<Listed<LaunchTemplate>> {
  const request = { query: { ...filter, vendor }, page, newestFirst: true };
  const { total, rows } = await launchTemplateListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: launchTemplateOf });
}
