import { newKey } from '#kernel/ids.ts';
import { limitOf } from '../../quota/quota.ts';
import { getGroup } from '../../resource-group/verbs/get-groups.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { launchTemplateFaults as faults } from '../faults.ts';
import { launchTemplateRow, type LaunchPreset, type LaunchTemplate } from '../launch-template.ts';
import { takeVersionNumber, templateNamed, templatesIn, versionsOf } from '../table.ts';
import { getTemplate, type TemplateRequest } from './get-template.ts';

/** So a page of thirty versions stays within what an answer may have. */
const DATA_CHARACTERS_MAX = 512 * 1024;

interface NewVersion {
  readonly description: string;
  readonly data: LaunchPreset['data'];
}

export interface NewTemplate extends NewVersion {
  readonly region: string;
  readonly vendor: LaunchTemplate['vendor'];
  readonly name: string;
  /** Whether no other template of the region may have the name. */
  readonly isNameOwn: boolean;
  readonly resourceGroup: string | null;
  readonly tags: readonly Tag[];
}

/** Makes a template with its first version, which is the default one. */
export const addTemplate = verb(
  [faults.nameTaken, faults.quotaExceeded, faults.dataTooLarge, getGroup],
  async (scope: Scope, request: NewTemplate): Promise<LaunchTemplate> => {
    const { db, account, now, cloud } = scope;
    const { region, vendor, name, resourceGroup, tags, isNameOwn } = request;
    const owner = { account, region, vendor };
    if (resourceGroup !== null) await getGroup(scope, resourceGroup);
    if (isNameOwn && (await db.first(templateNamed, { ...owner, name })) !== undefined) {
      throw faults.nameTaken({ name });
    }
    const limit = await limitOf(scope, 'launchTemplatesPerRegionMax', { place: region });
    const counted = await db.first(templatesIn, owner);
    if (Number(counted?.count ?? 0) >= limit) throw faults.quotaExceeded({ region, limit });
    const template: LaunchTemplate = {
      ...owner,
      key: newKey(cloud.random),
      name,
      resourceGroup,
      defaultVersion: 1,
      latestVersion: 1,
      createdAt: now,
    };
    await db.insert('launch_templates', [launchTemplateRow(template)]);
    await insertVersion(scope, template, { ...request, version: 1 });
    await saveTags(db, { account, kind: 'launch-template', resources: [template.key] }, tags);
    return template;
  },
);

export type VersionAddition = TemplateRequest & NewVersion;

/** Adds a version to a template, under a number that no version had before. */
export const addVersion = verb(
  [getTemplate, faults.versionQuotaExceeded, faults.dataTooLarge, faults.notFound],
  async (scope: Scope, request: VersionAddition): Promise<{ version: number; key: string }> => {
    const template = await getTemplate(scope, request);
    const { key, latestVersion: before } = template;
    const limit = await limitOf(scope, 'launchTemplateVersionsMax');
    const versions = await scope.db.all(versionsOf, { template: key });
    if (versions.length >= limit) throw faults.versionQuotaExceeded({ limit });
    if ((await scope.db.run(takeVersionNumber, { key, before })) !== 1) {
      throw faults.notFound({ 'launch-template': key });
    }
    const version = before + 1;
    await insertVersion(scope, template, { ...request, version });
    return { version, key };
  },
);

async function insertVersion(
  { db, now }: Scope,
  { key: template }: LaunchTemplate,
  { version, description, data: given }: NewVersion & { readonly version: number },
): Promise<void> {
  const data = JSON.stringify(given);
  if (data.length > DATA_CHARACTERS_MAX) throw faults.dataTooLarge();
  await db.insert('launch_template_versions', [
    { template, version, description, created_at: now, data },
  ]);
}
