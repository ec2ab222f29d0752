// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createlaunchtemplateversion
import { action } from '#apis/context.ts';
import { addVersion } from '#resources/launch-template/verbs/save-template.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/create-launch-template-version.ts';
import { oneOfBoth, presetFields, presetOf, templateNamed, templateOf } from './template-fields.ts';

/** Makes a version: it presets what is given, and nothing of another version. */
export const createLaunchTemplateVersion = action.write({
  model,
  input: { ...presetFields, ...templateNamed },
  rules: [oneOfBoth],
  output: { LaunchTemplateId: id('launch-template') },
  handle: async (context, { LaunchTemplateId, LaunchTemplateName, RegionId: _, ...input }) => {
    const { VersionDescription, ...preset } = input;
    const { version, key } = await addVersion(context, {
      ...templateOf(context.region, { LaunchTemplateId, LaunchTemplateName }),
      description: VersionDescription ?? '',
      data: presetOf(preset),
    });
    return { LaunchTemplateId: key, LaunchTemplateVersionNumber: version };
  },
});
