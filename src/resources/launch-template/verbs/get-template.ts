import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { launchTemplateFaults as faults } from '../faults.ts';
import { launchTemplateOf, type LaunchPreset, type LaunchTemplate } from '../launch-template.ts';
import { ownTemplate, presetsOf, templateNamed, versionsOf } from '../table.ts';

/** A template as requests name it: by its key, else by its name. */
export interface TemplateRequest {
  readonly region: string;
  readonly vendor: LaunchTemplate['vendor'];
  readonly template?: Key<'launch-template'> | undefined;
  readonly name?: string | undefined;
}

/** A template of the account. @throws launch-template.notFound */
export const getTemplate = verb(
  [faults.notFound],
  async ({ db, account }: ReadScope, request: TemplateRequest): Promise<LaunchTemplate> => {
    const { region, vendor, template: key, name } = request;
    const owner = { account, region, vendor };
    const row =
      key === undefined
        ? await db.first(templateNamed, { ...owner, name: name ?? '' })
        : await db.first(ownTemplate, { ...owner, key });
    if (row === undefined) throw faults.notFound({ 'launch-template': key ?? name });
    return launchTemplateOf(row);
  },
);

export interface PresetRequest extends TemplateRequest {
  /** The default one where none is named. */
  readonly version?: number | undefined;
}

/** What a version of a template presets. @throws launch-template.versionNotFound */
export const getPreset = verb(
  [getTemplate, faults.versionNotFound],
  async (scope: ReadScope, request: PresetRequest): Promise<LaunchPreset['data']> => {
    const { key, defaultVersion } = await getTemplate(scope, request);
    const { version = defaultVersion } = request;
    const [row] = await scope.db.all(presetsOf, { template: key, versions: [version] });
    if (row === undefined) throw faults.versionNotFound({ 'launch-template': key, version });
    return dataOf(row);
  },
);

export interface VersionsRequest extends TemplateRequest {
  /** Those that will do; every one where it is not given. */
  readonly wanted: (version: number, template: LaunchTemplate) => boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface VersionsFound {
  readonly template: LaunchTemplate;
  readonly total: number;
  readonly items: readonly LaunchPreset[];
}

/** Versions of a template with what they preset, newest first. */
export const listVersions = verb(
  [getTemplate],
  async (scope: ReadScope, request: VersionsRequest): Promise<VersionsFound> => {
    const { wanted, offset, limit } = request;
    const template = await getTemplate(scope, request);
    const rows = await scope.db.all(versionsOf, { template: template.key });
    const found = rows.filter(({ version }) => wanted(version, template)).toReversed();
    const page = found.slice(offset, offset + limit);
    const versions = page.map(({ version }) => version);
    const presets =
      page.length === 0 ? [] : await scope.db.all(presetsOf, { template: template.key, versions });
    const data = new Map(presets.map((row) => [row.version, dataOf(row)]));
    const items = page.map(({ version, description, created_at: createdAt }) => {
      return { version, description, createdAt, data: data.get(version) ?? {} };
    });
    return { template, total: found.length, items };
  },
);

function dataOf({ data }: { readonly data: string }): LaunchPreset['data'] {
  return JSON.parse(data) as LaunchPreset['data'];
}
