// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimages
// Seed 001 L43 sends its readers here for ImageId.
import { action } from '#apis/context.ts';
import { boolean, id, integer, list, string, structure } from '#wire/builders.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { answerDryRun } from '../../dry-run.ts';
import { owner } from '../../owner.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { findImages, imageFilters } from './image-filters.ts';
import * as model from '../models/describe-images.ts';

const STATUSES = ['Creating', 'Waiting', 'Available', 'UnAvailable', 'CreateFailed', 'Deprecated'];
/** The page's code for what has none of its own; it is spelt so there. */
const malformed = 'InvalidParamter';
const silent = { deprecated: true, source: 'sdk' } as const;

export const describeImages = action.read({
  name: 'DescribeImages',
  region: 'required',
  ratePerSecond: 50,
  input: structure({
    ...owner,
    RegionId: string({ required: true }),
    ImageId: list(id('image'), { style: 'comma', max: 100, codes: { count: malformed } }),
    ImageName: string(),
    ImageFamily: string({ source: 'sdk' }),
    ImageOwnerAlias: string({
      values: ['system', 'self', 'others', 'marketplace'],
      codes: { value: 'InvalidImageOwnerAlias.ValueNotSupported' },
    }),
    ImageOwnerId: integer(silent),
    Status: list(string({ values: [...STATUSES, 'ALL'], codes: { value: malformed } }), {
      style: 'comma',
    }),
    OSType: string({
      values: ['linux', 'windows'],
      codes: { value: { code: 'InvalidOSType', status: 404 } },
    }),
    Architecture: string({
      values: ['i386', 'x86_64', 'arm64'],
      codes: { value: { code: 'InvalidArchitecture', status: 404 } },
    }),
    Usage: string({
      values: ['instance', 'none'],
      codes: { value: { code: 'InvalidUsage', status: 404 } },
    }),
    Usable: boolean({ source: 'sdk' }),
    IsPublic: boolean({ default: false, source: 'sdk' }),
    IsSupportCloudinit: boolean(),
    IsSupportIoOptimized: boolean(),
    InstanceType: string(),
    ActionType: string({ values: ['CreateEcs', 'ChangeOS'], codes: { value: malformed } }),
    ResourceGroupId: string(),
    SnapshotId: string(),
    ShowExpired: boolean(silent),
    Filter: imageFilters,
    Tag: tagFilters,
    DryRun: boolean(),
    PageNumber: integer({ default: 1, min: 1, codes: { range: malformed, type: malformed } }),
    PageSize: integer({
      default: 10,
      min: 1,
      max: 100,
      codes: { range: malformed, type: malformed },
    }),
  }),
  output: model.response,
  handle: ({ region, cloud }, input) => {
    const { PageNumber, PageSize, Status = ['Available'] } = input;
    if (input.IsPublic && input.ImageOwnerAlias !== 'others') {
      const message = 'Community images are those of the alias others: give ImageOwnerAlias.';
      throw new WireFault('InvalidImageOwnerAlias.PublicImageUnsupported', message);
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
