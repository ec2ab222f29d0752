// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimages
// Seed 001 L43 sends its readers here for ImageId.
import { listingFaults } from '#resources/listing/faults.ts';
import { action } from '#apis/context.ts';
import { id, list, string } from '#wire/builders.ts';
import { tagFilters } from '../../tag-filters.ts';
import { findImages, imageFilters } from './image-filters.ts';
import { offsetAndLimit } from '../../paging.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/describe-images.ts';

const STATUSES = [
  'Creating',
  'Waiting',
  'Available',
  'UnAvailable',
  'CreateFailed',
  'Deprecated',
  'ALL',
] as const;

export const describeImages = action.read({
  model,
  input: {
    ImageId: list(id('image'), {
      style: 'comma',
      max: 100,
      reasons: { count: listingFaults.tooManyIds },
    }),
    ImageOwnerAlias: {
      values: ['system', 'self', 'others', 'marketplace'],
      reasons: { value: listingFaults.ownerUnknown },
    },
    Status: list(string({ values: STATUSES, reasons: { value: listingFaults.statusUnknown } }), {
      style: 'comma',
    }),
    OSType: { values: ['linux', 'windows'], reasons: { value: listingFaults.systemUnknown } },
    Architecture: {
      values: ['i386', 'x86_64', 'arm64'],
      reasons: { value: listingFaults.architectureUnknown },
    },
    Usage: { values: ['instance', 'none'], reasons: { value: listingFaults.usageUnknown } },
    IsPublic: { default: false },
    ActionType: {
      values: ['CreateEcs', 'ChangeOS'],
      reasons: { value: listingFaults.actionTypeUnknown },
    },
    SnapshotId: id('snapshot'),
    ShowExpired: silent,
    Filter: imageFilters,
    Tag: tagFilters,
    PageNumber: { default: 1, min: 1, reasons: listingFaults.pageOutOfRange },
    PageSize: { default: 10, min: 1, max: 100, reasons: listingFaults.pageOutOfRange },
  },
  handle: async (context, input) => {
    const { PageNumber, PageSize, Status = ['Available'] } = input;
    if (input.IsPublic && input.ImageOwnerAlias !== 'others') throw listingFaults.ownerMissing();
    const found = await findImages(context, { ...input, Status });
    const { offset } = offsetAndLimit(input);
    return {
      RegionId: context.region,
      PageNumber,
      PageSize,
      TotalCount: found.length,
      Images: found.slice(offset, offset + PageSize),
    };
  },
});
