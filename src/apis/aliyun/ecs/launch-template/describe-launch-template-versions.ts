// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describelaunchtemplateversions
import { action } from '#apis/context.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { listVersions } from '#resources/launch-template/verbs/get-template.ts';
import { boolean, id, integer, time } from '#wire/builders.ts';
import { omitted, overlay, sparse } from '#wire/overlay.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-launch-template-versions.ts';
import { oneOfBoth, templateNamed, templateOf } from './template-fields.ts';

const { LaunchTemplateData } = model.response.fields.LaunchTemplateVersionSets.item.fields;
const { SystemDisk } = LaunchTemplateData.fields;
const AutoSnapshotPolicyId = id('auto-snapshot-policy');
const version = {
  min: 1,
  reasons: { range: launchTemplateFaults.versionMalformed },
} as const;

/** What is told of a system disk stands beside the rest, as `SystemDisk.Size` (the example). */
const systemDiskFields = Object.fromEntries(
  Object.entries({ ...SystemDisk.fields, AutoSnapshotPolicyId }).map(([name, field]) => {
    return [`SystemDisk.${name}`, field];
  }),
);

/** What a version presets: nothing is there that it does not say. */
const presetShown = sparse(
  overlay(LaunchTemplateData, {
    // Whether it is encrypted is a boolean on the wire: Terraform's provider wants one.
    DataDisks: { item: { fields: { AutoSnapshotPolicyId, Encrypted: boolean() } } },
    SystemDisk: omitted('Its parts stand beside the rest.'),
    ...systemDiskFields,
  }),
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
function presetAsShown({ DataDisk, NetworkInterface, Tag, SystemDisk: system, ...data }: Data) {
  const disks = DataDisk as readonly Data[] | undefined;
  const parts = Object.entries((system ?? {}) as Data);
  return {
    ...data,
    ...Object.fromEntries(parts.map(([name, value]) => [`SystemDisk.${name}`, value])),
    DataDisks: disks?.map(({ Encrypted, ...disk }) => ({
      ...disk,
      Encrypted: Encrypted === undefined ? undefined : Encrypted === 'true',
    })),
    NetworkInterfaces: NetworkInterface,
    // Terraform's provider reads it without a look.
    Tags: Tag ?? [],
  } as Data;
}
