import type { Service } from '#wire/service.ts';
import { published } from './published.ts';

/** Tencent Cloud VPC, API 3.0: what of it is implemented, one line an action. */
export const tencentVpc: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  actions: [],
};
