// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletelaunchtemplateversion
import { action } from '#apis/context.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { deleteVersions } from '#resources/launch-template/verbs/change-template.ts';
import { id, integer } from '#wire/builders.ts';
import * as model from '../models/delete-launch-template-version.ts';
import { oneOfBoth, templateNamed, templateOf } from './template-fields.ts';

/** Deletes versions of a template, all of them or none; the default one stays. */
export const deleteLaunchTemplateVersion = action.write({
  model,
  input: {
    ...templateNamed,
    DeleteVersion: {
      min: 1,
      max: 29,
      item: integer({ min: 1, reasons: { range: launchTemplateFaults.versionMalformed } }),
      reasons: { count: launchTemplateFaults.tooManyVersionsNamed },
    },
  },
  rules: [oneOfBoth],
  output: {
    LaunchTemplateVersions: { item: { fields: { LaunchTemplateId: id('launch-template') } } },
  },
  handle: async (context, { DeleteVersion: versions, ...input }) => {
    const named = templateOf(context.region, input);
    const { key: LaunchTemplateId } = await deleteVersions(context, { ...named, versions });
    const LaunchTemplateVersions = versions.map((LaunchTemplateVersionNumber) => {
      return { LaunchTemplateId, LaunchTemplateVersionNumber };
    });
    return { LaunchTemplateVersions };
  },
});
