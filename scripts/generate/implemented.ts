import { coverage } from '#apis/manifest.ts';

/**
 * The names of a service's implemented actions, in order. A version tells apart what two
 * generations call the same; Tencent's legacy generation has several services of one version.
 */
export function implemented(vendor: string, service?: string, version = /^\d{4}-/): string[] {
  return coverage()
    .filter((each) => each.vendor === vendor && version.test(each.version))
    .filter((each) => service === undefined || each.service === service)
    .flatMap((each) => each.implemented)
    .toSorted();
}
