import type { Service } from '#wire/service.ts';
import { describeImages } from './image/describe-images.ts';
import { describeInstanceTypes } from './instance-type/describe-instance-types.ts';
import { published } from './published.ts';
import { describeRegions } from './region/describe-regions.ts';
import { describeZones } from './region/describe-zones.ts';

/** Alibaba Cloud ECS: what of it is implemented, one line an action. */
export const aliyunEcs: Service = {
  vendor: 'aliyun',
  service: published.service,
  version: published.version,
  published: published.actions,
  actions: [describeImages, describeInstanceTypes, describeRegions, describeZones],
};
