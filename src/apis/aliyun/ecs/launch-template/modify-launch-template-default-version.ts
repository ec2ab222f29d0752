// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifylaunchtemplatedefaultversion
import { action } from '#apis/context.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { changeDefault } from '#resources/launch-template/verbs/change-template.ts';
import { id } from '#wire/builders.ts';
import * as model from '../models/modify-launch-template-default-version.ts';
import { oneOfBoth, templateNamed, templateOf } from './template-fields.ts';

/** Makes a version the default one, which it may be already. */
export const modifyLaunchTemplateDefaultVersion = action.write({
  model,
  input: {
    ...templateNamed,
    DefaultVersionNumber: {
      min: 1,
      reasons: { range: launchTemplateFaults.versionMalformed },
    },
  },
  rules: [oneOfBoth],
  output: { LaunchTemplateId: id('launch-template') },
  handle: async (context, { DefaultVersionNumber: version, ...input }) => {
    const named = templateOf(context.region, input);
    const { key } = await changeDefault(context, { ...named, version, again: 'kept' });
    return { LaunchTemplateId: key };
  },
});
