// https://cloud.tencent.com/document/api/213/66325 (seed 004 L33318)
import { action } from '#apis/context.ts';
import { deleteTemplate } from '#resources/launch-template/verbs/change-template.ts';
import * as model from '../models/delete-launch-template.ts';
import { templateId } from './template-fields.ts';

/** Deletes a template with its versions. */
export const deleteLaunchTemplate = action.write({
  model,
  input: { LaunchTemplateId: templateId },
  handle: async (context, { LaunchTemplateId: template }) => {
    await deleteTemplate(context, { region: context.region, vendor: 'tencent', template });
  },
});
