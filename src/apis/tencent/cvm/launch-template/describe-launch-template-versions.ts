// https://cloud.tencent.com/document/api/213/66323 (seed 004 L33648)
import { action } from '#apis/context.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { getPreset, listVersions } from '#resources/launch-template/verbs/get-template.ts';
import { id, integer } from '#wire/builders.ts';
import { pageFields } from '../../structs/listing.ts';
import type { Preset } from '../../structs/instance/preset-launch.ts';
import * as model from '../models/describe-launch-template-versions.ts';
import { templateId, versionNumber } from './template-fields.ts';
import { shownPreset, showPreset } from './shown-preset.ts';

const versionBound = { min: 0, reasons: { range: launchTemplateFaults.versionMalformed } } as const;

/** Versions of a template with what they preset, newest first. */
export const describeLaunchTemplateVersions = action.read({
  model,
  input: {
    LaunchTemplateId: templateId,
    LaunchTemplateVersions: {
      max: 100,
      item: versionNumber,
      reasons: { count: launchTemplateFaults.tooManyVersionsNamed },
    },
    // L33690-33700.
    MinVersion: integer({ ...versionBound, default: 0 }),
    MaxVersion: integer({ ...versionBound, default: 30 }),
    ...pageFields,
  },
  rules: [
    {
      rule: 'exclusive',
      fields: ['LaunchTemplateVersions', 'DefaultVersion'],
      reason: launchTemplateFaults.versionsConflict,
    },
  ],
  output: {
    LaunchTemplateVersionSet: {
      item: {
        fields: {
          LaunchTemplateId: id('launch-template'),
          LaunchTemplateVersionData: shownPreset,
        },
      },
    },
  },
  handle: async (context, input) => {
    const { LaunchTemplateVersions: named = [], MinVersion, MaxVersion, DefaultVersion } = input;
    const request = {
      region: context.region,
      vendor: 'tencent',
      template: input.LaunchTemplateId,
    } as const;
    for (const version of named) await getPreset(context, { ...request, version });
    const { template, total, items } = await listVersions(context, {
      ...request,
      wanted: (version, { defaultVersion }) => {
        if (named.length > 0) return named.includes(version);
        if (DefaultVersion === true) return version === defaultVersion;
        return version >= MinVersion && version <= MaxVersion;
      },
      offset: input.Offset,
      limit: input.Limit,
    });
    return {
      TotalCount: total,
      LaunchTemplateVersionSet: items.map(({ version, data, ...shown }) => ({
        LaunchTemplateVersion: version,
        LaunchTemplateVersionData: showPreset(data as Preset),
        CreationTime: shown.createdAt,
        LaunchTemplateId: template.key,
        IsDefaultVersion: version === template.defaultVersion,
        LaunchTemplateVersionDescription: shown.description,
        CreatedBy: template.account,
      })),
    };
  },
});
