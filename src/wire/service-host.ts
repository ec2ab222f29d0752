/** Hosts of the vendors: a service, perhaps a region (`ecs-cn-hangzhou`), and the domain. */
const domains = {
  tencent: /\.tencentcloudapi\.com(?:\.cn)?$/,
  aliyun: /\.aliyuncs\.com$/,
} as const;

const PORT = /:\d{1,5}$/;
const LABEL = /^([a-z][a-z0-9]*)[a-z0-9-]*\./;

/**
 * The service whose host a request was sent to; undefined where the host says nothing of one. In
 * front of a domain that is not the vendor's (`cvm.cloud.internal`) only a service of ours is one:
 * what stands there may be the name of a machine.
 */
export function serviceOfHost(
  vendor: keyof typeof domains,
  host: string,
  services: ReadonlySet<string>,
): string | undefined {
  const name = host.toLowerCase().replace(PORT, '');
  const [, label] = LABEL.exec(name) ?? [];
  if (label === undefined) return undefined;
  return domains[vendor].test(name) || services.has(label) ? label : undefined;
}
