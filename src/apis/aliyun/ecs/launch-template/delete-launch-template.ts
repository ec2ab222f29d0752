// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletelaunchtemplate
import { action } from '#apis/context.ts';
import { deleteTemplate } from '#resources/launch-template/verbs/change-template.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/delete-launch-template.ts';
import { oneOfBoth, templateNamed, templateOf } from './template-fields.ts';

/** Deletes a template with its versions; what was launched from it stays. */
export const deleteLaunchTemplate = action.write({
  model,
  input: templateNamed,
  rules: [oneOfBoth],
  output: { LaunchTemplateId: id('launch-template') },
  handle: async (context, input) => {
    const { template, versions } = await deleteTemplate(context, templateOf(context.region, input));
    return { LaunchTemplateId: template.key, LaunchTemplateVersionNumbers: versions };
  },
});
