// https://cloud.tencent.com/document/api/213/66324 (seed 004 L33468)
import { action } from '#apis/context.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { deleteVersions } from '#resources/launch-template/verbs/change-template.ts';
import * as model from '../models/delete-launch-template-versions.ts';
import { templateId, versionNumber } from './template-fields.ts';

/** Deletes versions of a template, all of them or none. */
export const deleteLaunchTemplateVersions = action.write({
  model,
  input: {
    LaunchTemplateId: templateId,
    LaunchTemplateVersions: {
      min: 1,
      max: 100,
      item: versionNumber,
      reasons: { count: launchTemplateFaults.tooManyVersionsNamed },
    },
  },
  handle: async (context, { LaunchTemplateId: template, LaunchTemplateVersions: versions }) => {
    const { region } = context;
    await deleteVersions(context, { region, vendor: 'tencent', template, versions });
  },
});
