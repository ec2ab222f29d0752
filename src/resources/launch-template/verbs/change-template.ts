import type { Scope } from '../../scope.ts';
import { deleteTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { launchTemplateFaults as faults } from '../faults.ts';
import type { LaunchTemplate } from '../launch-template.ts';
import {
  deleteAllVersionRows,
  deleteTemplateRow,
  deleteVersionRows,
  setDefaultVersion,
  versionsOf,
} from '../table.ts';
import { getTemplate, type TemplateRequest } from './get-template.ts';

export interface DefaultChange extends TemplateRequest {
  readonly version: number;
  /** What becomes of a version that is the default one already. */
  readonly again: 'refused' | 'kept';
}

/** Makes a version the one that is launched from where none is named. */
export const changeDefault = verb(
  [getTemplate, faults.versionNotFound, faults.alreadyDefault],
  async (scope: Scope, request: DefaultChange): Promise<LaunchTemplate> => {
    const template = await getTemplate(scope, request);
    const { key, defaultVersion } = template;
    const { version, again } = request;
    await requireVersions(scope, template, [version]);
    if (version !== defaultVersion) await scope.db.run(setDefaultVersion, { key, version });
    else if (again === 'refused') throw faults.alreadyDefault({ version });
    return template;
  },
);

export interface VersionsDeletion extends TemplateRequest {
  readonly versions: readonly number[];
}

/** Deletes versions, all of them or none; the default one is not among them. */
export const deleteVersions = verb(
  [getTemplate, faults.versionNotFound, faults.versionIsDefault],
  async (scope: Scope, request: VersionsDeletion): Promise<LaunchTemplate> => {
    const template = await getTemplate(scope, request);
    const { key, defaultVersion: version } = template;
    const versions = [...new Set(request.versions)];
    await requireVersions(scope, template, versions);
    if (versions.includes(version)) throw faults.versionIsDefault({ version });
    await scope.db.run(deleteVersionRows, { template: key, versions });
    return template;
  },
);

export interface TemplateDeleted {
  readonly template: LaunchTemplate;
  readonly versions: readonly number[];
}

/** Deletes a template with all its versions; what was launched from it stays. */
export const deleteTemplate = verb(
  [getTemplate],
  async (scope: Scope, request: TemplateRequest): Promise<TemplateDeleted> => {
    const template = await getTemplate(scope, request);
    const { key } = template;
    const rows = await scope.db.all(versionsOf, { template: key });
    await scope.db.run(deleteAllVersionRows, { template: key });
    await scope.db.run(deleteTemplateRow, { key });
    await deleteTags(scope.db, 'launch-template', [key]);
    return { template, versions: rows.map(({ version }) => version) };
  },
);

async function requireVersions(
  { db }: Scope,
  { key }: LaunchTemplate,
  versions: readonly number[],
): Promise<void> {
  const rows = await db.all(versionsOf, { template: key });
  const there = new Set(rows.map(({ version }) => version));
  const version = versions.find((one) => !there.has(one));
  if (version !== undefined) throw faults.versionNotFound({ 'launch-template': key, version });
}
