// https://cloud.tencent.com/document/api/213/66321 (seed 004 L34007)
import { action } from '#apis/context.ts';
import { changeDefault } from '#resources/launch-template/verbs/change-template.ts';
import * as model from '../models/modify-launch-template-default-version.ts';
import { templateId, versionNumber } from './template-fields.ts';

/** Makes a version the default one; the default one itself is refused (L40037). */
export const modifyLaunchTemplateDefaultVersion = action.write({
  model,
  input: {
    LaunchTemplateId: templateId,
    DefaultVersion: { ...versionNumber, required: true },
  },
  handle: async (context, { LaunchTemplateId: template, DefaultVersion: version }) => {
    const { region } = context;
    await changeDefault(context, {
      region,
      vendor: 'tencent',
      template,
      version,
      again: 'refused',
    });
  },
});
