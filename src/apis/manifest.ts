import type { Service } from '#wire/service.ts';
import { aliyunBss } from './aliyun/bssopenapi/service.ts';
import { aliyunEcs } from './aliyun/ecs/service.ts';
import { aliyunResourceManager } from './aliyun/resourcemanager/service.ts';
import { aliyunLocation } from './aliyun/location/service.ts';
import { aliyunRam } from './aliyun/ram/service.ts';
import { aliyunSts } from './aliyun/sts/service.ts';
import { aliyunVpc } from './aliyun/vpc/service.ts';
import { tencentCam } from './tencent/cam/service.ts';
import { tencentApi } from './tencent/api/service.ts';
import { tencentCbs } from './tencent/cbs/service.ts';
import { tencentCvm } from './tencent/cvm/service.ts';
import { tencentCvm2017 } from './tencent/cvm-2017/service.ts';
import { legacyCvm } from './tencent/legacy-cvm/service.ts';
import { legacyDfw } from './tencent/legacy-dfw/service.ts';
import { legacyEip } from './tencent/legacy-eip/service.ts';
import { legacyImage } from './tencent/legacy-image/service.ts';
import { legacyVpc } from './tencent/legacy-vpc/service.ts';
import { tencentSts } from './tencent/sts/service.ts';
import { tencentRegion } from './tencent/region/service.ts';
import { tencentTag } from './tencent/tag/service.ts';
import { tencentVpc } from './tencent/vpc/service.ts';

/**
 * Every service the server answers for, one line each; a later one of a version is asked last. Of
 * those without pages nothing is implemented yet: their names answer as D22 says.
 */
export const services: readonly Service[] = [
  tencentCvm,
  tencentVpc,
  tencentCbs,
  tencentTag,
  tencentCam,
  tencentSts,
  tencentApi,
  tencentRegion,
  tencentCvm2017,
  legacyCvm,
  legacyImage,
  legacyDfw,
  legacyEip,
  legacyVpc,
  aliyunEcs,
  aliyunVpc,
  aliyunResourceManager,
  aliyunBss,
  aliyunRam,
  aliyunSts,
  aliyunLocation,
];

/** What a service publishes and what of it is implemented, by name. */
export interface Coverage {
  readonly vendor: string;
  readonly service: string;
  readonly version: string;
  readonly published: readonly string[];
  readonly implemented: readonly string[];
}

/** The services as the coverage page and `yuntai coverage` show them. */
export function coverage(): readonly Coverage[] {
  return services.map(({ vendor, service, version, published, actions }) => {
    const implemented = actions.map(({ name }) => name);
    return { vendor, service, version, published, implemented };
  });
}
