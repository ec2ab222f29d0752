import { coverage } from '#apis/manifest.ts';

/** One line for each service: how much of what the vendor publishes is implemented, and what. */
export function coverageReport(): readonly string[] {
  return coverage().flatMap(({ vendor, service, version, published, implemented }) => {
    const counts = `${implemented.length} of ${published.length}`;
    const head = `${vendor} ${service} ${version}: ${counts} actions`;
    return [head, ...implemented.map((name) => `  ${name}`)];
  });
}

/** The version of a vendor's service, or undefined where nothing of it is served. */
export function versionOf(vendor: string, service: string): string | undefined {
  return coverage().find((one) => one.vendor === vendor && one.service === service)?.version;
}
