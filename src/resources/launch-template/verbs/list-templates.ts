import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { LaunchTemplate } from '../launch-template.ts';
import { countsOfVersions, selectTemplates, type LaunchTemplateFilter } from '../table.ts';

export interface TemplatesRequest {
  readonly region: string;
  readonly vendor: LaunchTemplate['vendor'];
  readonly filter: LaunchTemplateFilter;
  readonly page: Page;
}

/** A template, and how many versions it has. */
export type CountedTemplate = LaunchTemplate & { readonly versions: number };

/** Templates of the account in a region, newest first, each with how many versions it has. */
export const listTemplates = verb(
  [],
  async (scope: ReadScope, request: TemplatesRequest): Promise<Listed<CountedTemplate>> => {
    const { db, account } = scope;
    const { region, vendor } = request;
    const { items, ...page } = await selectTemplates(db, { account, region, vendor }, request);
    const templates = items.map(({ key }) => key);
    const rows = templates.length === 0 ? [] : await db.all(countsOfVersions, { templates });
    const counts = new Map(rows.map(({ template, count }) => [template, Number(count)]));
    return { ...page, items: items.map((one) => ({ ...one, versions: counts.get(one.key) ?? 0 })) };
  },
);
