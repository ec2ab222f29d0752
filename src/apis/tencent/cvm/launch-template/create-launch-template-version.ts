// https://cloud.tencent.com/document/api/213/66326 (seed 004 L32641)
import { action } from '#apis/context.ts';
import { getPreset } from '#resources/launch-template/verbs/get-template.ts';
import { addVersion } from '#resources/launch-template/verbs/save-template.ts';
import { over, type Preset } from '../../structs/instance/preset-launch.ts';
import * as model from '../models/create-launch-template-version.ts';
import {
  checkedPreset,
  presetFields,
  presetOf,
  templateId,
  versionDescription,
  versionNumber,
} from './template-fields.ts';

/** Makes a version: what it does not say is as in the version it begins from (L32648). */
export const createLaunchTemplateVersion = action.write({
  model,
  input: {
    ...presetFields,
    LaunchTemplateId: templateId,
    LaunchTemplateVersion: versionNumber,
    LaunchTemplateVersionDescription: versionDescription,
  },
  handle: async (context, input) => {
    const { LaunchTemplateId: template, LaunchTemplateVersion: version } = input;
    const named = { region: context.region, vendor: 'tencent', template } as const;
    const source = (await getPreset(context, { ...named, version })) as Preset;
    const { version: added } = await addVersion(context, {
      ...named,
      description: input.LaunchTemplateVersionDescription,
      data: { ...(await checkedPreset(context, over(source, presetOf(input)))) },
    });
    return { LaunchTemplateVersionNumber: added };
  },
});
