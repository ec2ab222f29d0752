import { regionsOfVendor, vendorRegionName } from '#catalogue/places.ts';
import { services } from '#apis/manifest.ts';

/** What our certificate is for. */
export interface TlsNames {
  readonly names: readonly string[];
  /** What those end in, addresses whole: more the authority cannot vouch for. */
  readonly domains: readonly string[];
}

const LOCAL = ['localhost', '127.0.0.1', '::1'];
const VENDORS = { tencent: 'tencentcloudapi.com', aliyun: 'aliyuncs.com' } as const;
const LEGACY = 'api.qcloud.com';

/** The names of this machine, those of the vendors with each of their regions, and `more`. */
export function tlsNames(more: readonly string[]): TlsNames {
  const vendors = (['tencent', 'aliyun'] as const).flatMap((vendor) => {
    const regions = regionsOfVendor(vendor).map((region) => vendorRegionName(vendor, region));
    const domain = VENDORS[vendor];
    return [`*.${domain}`, ...regions.map((region) => `*.${region}.${domain}`)];
  });
  // Terraform calls them so; no client takes a wildcard right under a name without a dot.
  const local = new Set(services.map(({ service }) => `${service}.localhost`));
  const names = [...LOCAL, ...local, ...vendors, `*.${LEGACY}`, ...more];
  const domains = [...LOCAL, ...Object.values(VENDORS), LEGACY, ...more.map(withoutWildcard)];
  return { names: [...new Set(names)], domains: [...new Set(domains)] };
}

function withoutWildcard(name: string): string {
  return name.startsWith('*.') ? name.slice(2) : name;
}
