// https://cloud.tencent.com/document/api/213/66322 (seed 004 L31644)
import { action } from '#apis/context.ts';
import { launchTemplateFaults } from '#resources/launch-template/faults.ts';
import { listTemplates } from '#resources/launch-template/verbs/list-templates.ts';
import { id } from '#wire/builders.ts';
import { asks } from '../../structs/filters.ts';
import {
  idsOrFilters,
  keysNamed,
  pageFields,
  pageOf,
  taggedFilters,
} from '../../structs/listing.ts';
import * as model from '../models/describe-launch-templates.ts';

const filters = taggedFilters({ LaunchTemplateName: asks('names') });

/** Templates of the region, newest first; unknown ids are left out (D24). */
export const describeLaunchTemplates = action.read({
  model,
  input: {
    LaunchTemplateIds: {
      max: 100,
      item: id('launch-template', { reasons: { malformed: launchTemplateFaults.malformed } }),
      reasons: { count: launchTemplateFaults.tooManyNamed },
    },
    Filters: filters.shape,
    ...pageFields,
  },
  rules: [idsOrFilters('LaunchTemplateIds')],
  output: {
    LaunchTemplateSet: { item: { fields: { LaunchTemplateId: id('launch-template') } } },
  },
  handle: async (context, input) => {
    const { region } = context;
    const filter = filters.read(input.Filters, region);
    const { total, items } = await listTemplates(context, {
      region,
      vendor: 'tencent',
      filter: { ...filter, keys: keysNamed(input.LaunchTemplateIds) },
      page: pageOf(input),
    });
    return {
      TotalCount: total,
      LaunchTemplateSet: items.map((template) => ({
        LatestVersionNumber: template.latestVersion,
        LaunchTemplateId: template.key,
        LaunchTemplateName: template.name,
        DefaultVersionNumber: template.defaultVersion,
        LaunchTemplateVersionCount: template.versions,
        CreatedBy: template.account,
        CreationTime: template.createdAt,
      })),
    };
  },
});
