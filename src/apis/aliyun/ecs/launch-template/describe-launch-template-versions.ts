// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describelaunchtemplateversions
import { action } from '#apis/context.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { listVersions } from '#resources/launch-template/verbs/get-template.ts';
import { id, integer, time } from '#wire/builders.ts';
import { sparse, overlay } from '#wire/overlay.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-launch-template-versions.ts';
import { oneOfBoth, templateNamed, templateOf } from './template-fields.ts';

const { LaunchTemplateData } = model.response.fields.LaunchTemplateVersionSets.item.fields;
const disk = { fields: { AutoSnapshotPolicyId: id('auto-snapshot-policy') } } as const;
const version = {
  min: 1,
  reasons: { range: launchTemplateFaults.versionMalformed },
} as const;

/** What a version presets: nothing is there that it does not say. */
const presetShown = sparse(
  overlay(LaunchTemplateData, { DataDisks: { item: disk }, SystemDisk: disk }),
);

/** Versions of a template, newest first, with what they preset unless DetailFlag is false. */
export const describeLaunchTemplateVersions = action.read({
  model,
  input: {
    ...templateNamed,
    DetailFlag: { default: true },
    LaunchTemplateVersion: {
      max: 30,
      item: integer(version),
      reasons: { count: launchTemplateFaults.tooManyVersionsNamed },
    },
    MinVersion: version,
    MaxVersion: version,
    ...numbered(50),
  },
  rules: [oneOfBoth],
  output: {
    LaunchTemplateVersionSets: {
      item: {
        fields: {
          LaunchTemplateId: id('launch-template'),
          CreateTime: time({ form: 'seconds' }),
          ModifiedTime: time({ form: 'seconds' }),
          LaunchTemplateData: { ...presetShown, optional: true } as const,
        },
      },
    },
  },
  handle: async (context, input) => {
    const { LaunchTemplateVersion: named, PageNumber, PageSize } = input;
    const { MinVersion = 1, MaxVersion = Infinity, DefaultVersion } = input;
    const { template, total, items } = await listVersions(context, {
      ...templateOf(context.region, input),
      wanted: (number, { defaultVersion }) => {
        if (DefaultVersion === true && number !== defaultVersion) return false;
        if (named !== undefined && !named.includes(number)) return false;
        return number >= MinVersion && number <= MaxVersion;
      },
      ...offsetAndLimit(input),
    });
    return {
      TotalCount: total,
      PageNumber,
      PageSize,
      LaunchTemplateVersionSets: items.map(({ data, ...one }) => ({
        LaunchTemplateId: template.key,
        LaunchTemplateName: template.name,
        VersionNumber: one.version,
        VersionDescription: one.description,
        DefaultVersion: one.version === template.defaultVersion,
        CreatedBy: template.account,
        CreateTime: one.createdAt,
        ModifiedTime: one.createdAt,
        ...(input.DetailFlag && { LaunchTemplateData: presetAsShown(data) }),
      })),
    };
  },
});

type Data = Readonly<Record<string, unknown>>;

/** Its lists have other names in answers. */
function presetAsShown({ DataDisk, NetworkInterface, Tag, ...data }: Data): Data {
  return { ...data, DataDisks: DataDisk, NetworkInterfaces: NetworkInterface, Tags: Tag };
}
