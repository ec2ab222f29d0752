// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describelaunchtemplates
import { action } from '#apis/context.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { listTemplates } from '#resources/launch-template/verbs/list-templates.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, time } from '#wire/builders.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-launch-templates.ts';

const upToHundred = { max: 100, reasons: { count: launchTemplateFaults.tooManyNamed } } as const;

/** Templates of the region, newest first. */
export const describeLaunchTemplates = action.read({
  model,
  input: {
    LaunchTemplateId: { ...upToHundred, item: id('launch-template') },
    LaunchTemplateName: upToHundred,
    TemplateResourceGroupId: id('resource-group'),
    TemplateTag: tagFilters,
    ...numbered(50),
  },
  output: {
    LaunchTemplateSets: {
      item: {
        fields: {
          LaunchTemplateId: id('launch-template'),
          CreateTime: time({ form: 'seconds' }),
          ModifiedTime: time({ form: 'seconds' }),
        },
      },
    },
  },
  handle: async (context, input) => {
    const { PageNumber, PageSize } = input;
    const { total, items } = await listTemplates(context, {
      region: context.region,
      vendor: 'aliyun',
      filter: {
        keys: input.LaunchTemplateId,
        names: input.LaunchTemplateName,
        resourceGroups: groupsAsked(context.account, input.TemplateResourceGroupId),
        tags: tagFiltersOf(input.TemplateTag),
      },
      page: offsetAndLimit(input),
    });
    const keys = items.map(({ key }) => key);
    const tags = await tagsOf(context.db, 'launch-template', keys);
    return {
      TotalCount: total,
      PageNumber,
      PageSize,
      LaunchTemplateSets: items.map((template) => ({
        LaunchTemplateId: template.key,
        LaunchTemplateName: template.name,
        DefaultVersionNumber: template.defaultVersion,
        LatestVersionNumber: template.latestVersion,
        CreatedBy: template.account,
        CreateTime: template.createdAt,
        ModifiedTime: template.createdAt,
        ResourceGroupId: template.resourceGroup ?? '',
        Tags: (tags.get(template.key) ?? []).map(({ name, value }) => {
          return { TagKey: name, TagValue: value };
        }),
      })),
    };
  },
});
