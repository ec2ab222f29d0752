import type { Service } from '#wire/service.ts';
import { published } from './published.ts';

/** Alibaba Cloud ECS: what of it is implemented, one line an action. */
export const aliyunEcs: Service = {
  vendor: 'aliyun',
  service: published.service,
  version: published.version,
  published: published.actions,
  actions: [],
};
