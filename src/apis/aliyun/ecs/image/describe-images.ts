// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimages
// Seed 001 L43 sends its readers here for ImageId.
import { listingFaults } from '#resources/listing/faults.ts';
import { action } from '#apis/context.ts';
import { boolean, id, integer, list, string, structure } from '#wire/builders.ts';
import { answerDryRun } from '../../dry-run.ts';
import { owner } from '../../owner.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { findImages, imageFilters } from './image-filters.ts';
import * as model from '../models/describe-images.ts';

const STATUSES = ['Creating', 'Waiting', 'Available', 'UnAvailable', 'CreateFailed', 'Deprecated'];
const silent = { deprecated: true, source: 'sdk' } as const;

export const describeImages = action.read({
  name: 'DescribeImages',
  region: 'required',
  ratePerSecond: 50,
  input: structure({
    ...owner,
    RegionId: string({ required: true }),
    ImageId: list(id('image'), {
      style: 'comma',
      max: 100,
      reasons: { count: listingFaults.tooManyIds },
    }),
    ImageName: string(),
    ImageFamily: string({ source: 'sdk' }),
    ImageOwnerAlias: string({
      values: ['system', 'self', 'others', 'marketplace'],
      reasons: { value: listingFaults.ownerUnknown },
    }),
    ImageOwnerId: integer(silent),
    Status: list(
      string({ values: [...STATUSES, 'ALL'], reasons: { value: listingFaults.statusUnknown } }),
      {
        style: 'comma',
      },
    ),
    OSType: string({
      values: ['linux', 'windows'],
      reasons: { value: listingFaults.systemUnknown },
    }),
    Architecture: string({
      values: ['i386', 'x86_64', 'arm64'],
      reasons: { value: listingFaults.architectureUnknown },
    }),
    Usage: string({
      values: ['instance', 'none'],
      reasons: { value: listingFaults.usageUnknown },
    }),
    Usable: boolean({ source: 'sdk' }),
    IsPublic: boolean({ default: false, source: 'sdk' }),
    IsSupportCloudinit: boolean(),
    IsSupportIoOptimized: boolean(),
    InstanceType: string(),
    ActionType: string({
      values: ['CreateEcs', 'ChangeOS'],
      reasons: { value: listingFaults.actionTypeUnknown },
    }),
    ResourceGroupId: string(),
    SnapshotId: string(),
    ShowExpired: boolean(silent),
    Filter: imageFilters,
    Tag: tagFilters,
    DryRun: boolean(),
    PageNumber: integer({
      default: 1,
      min: 1,
      reasons: { range: listingFaults.pageOutOfRange, type: listingFaults.pageMalformed },
    }),
    PageSize: integer({
      default: 10,
      min: 1,
      max: 100,
      reasons: { range: listingFaults.pageOutOfRange, type: listingFaults.pageMalformed },
    }),
  }),
  output: model.response,
  handle: ({ region, cloud }, input) => {
    const { PageNumber, PageSize, Status = ['Available'] } = input;
    if (input.IsPublic && input.ImageOwnerAlias !== 'others') {
      throw listingFaults.ownerMissing();
    }
    tagFiltersOf(input.Tag);
    const found = findImages(cloud.catalogue, { ...input, Status });
    answerDryRun(input.DryRun);
    const from = (PageNumber - 1) * PageSize;
    return Promise.resolve({
      RegionId: region,
      PageNumber,
      PageSize,
      TotalCount: found.length,
      Images: found.slice(from, from + PageSize),
    });
  },
});
