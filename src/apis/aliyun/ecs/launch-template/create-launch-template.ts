// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createlaunchtemplate
import { action } from '#apis/context.ts';
import { addTemplate } from '#resources/launch-template/verbs/save-template.ts';
import { id } from '#wire/builders.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import * as model from '../models/create-launch-template.ts';
import { presetFields, presetOf, templateName } from './template-fields.ts';

/** Makes a template, whose first version is 1 and the default one. */
export const createLaunchTemplate = action.write({
  model,
  input: {
    ...presetFields,
    LaunchTemplateName: templateName,
    // The model alone needs it; the page does not.
    VSwitchId: { required: false },
    TemplateResourceGroupId: id('resource-group'),
    TemplateTag: givenTags,
  },
  output: { LaunchTemplateId: id('launch-template') },
  handle: async (context, { LaunchTemplateName: name, RegionId: _, ...input }) => {
    const { VersionDescription, TemplateResourceGroupId, TemplateTag, ...preset } = input;
    const { key, latestVersion } = await addTemplate(context, {
      region: context.region,
      vendor: 'aliyun',
      name,
      isNameOwn: true,
      resourceGroup: TemplateResourceGroupId ?? null,
      tags: checkedTags(TemplateTag),
      description: VersionDescription ?? '',
      data: presetOf(preset),
    });
    return { LaunchTemplateId: key, LaunchTemplateVersionNumber: latestVersion };
  },
});
