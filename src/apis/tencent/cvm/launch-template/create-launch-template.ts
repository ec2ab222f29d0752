// https://cloud.tencent.com/document/api/213/66327 (seed 004 L31918)
import { action } from '#apis/context.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { addTemplate } from '#resources/launch-template/verbs/save-template.ts';
import { id } from '#wire/builders.ts';
import { specifiedTags, tagSpecification } from '../../structs/tag/tags.ts';
import * as model from '../models/create-launch-template.ts';
import { checkedPreset, presetFields, presetOf, versionDescription } from './template-fields.ts';

/** Makes a template, whose first version is 1 and the default one. */
export const createLaunchTemplate = action.write({
  model,
  input: {
    ...presetFields,
    LaunchTemplateName: {
      min: 2,
      max: 128,
      reasons: { length: launchTemplateFaults.nameMalformed },
    },
    ImageId: { ...presetFields.ImageId, required: true },
    LaunchTemplateVersionDescription: versionDescription,
    LaunchTemplateTagSpecification: tagSpecification('launch-template'),
  },
  output: { LaunchTemplateId: id('launch-template') },
  handle: async (context, input) => {
    const { key: LaunchTemplateId } = await addTemplate(context, {
      region: context.region,
      vendor: 'tencent',
      name: input.LaunchTemplateName,
      isNameOwn: false,
      resourceGroup: null,
      tags: specifiedTags(input.LaunchTemplateTagSpecification),
      description: input.LaunchTemplateVersionDescription,
      data: { ...(await checkedPreset(context, presetOf(input))) },
    });
    return { LaunchTemplateId };
  },
});
