import { services } from '#apis/manifest.ts';
import type { PageCode } from '#wire/page.ts';
import type { Service } from '#wire/service.ts';

/** A service by vendor, version and name, as `tencent 2017 cvm`. */
export function serviceNamed(words: string): Service {
  const found = services.find((one) => nameOf(one) === words);
  if (found === undefined) throw new Error(`There is no service ${words}.`);
  return found;
}

/** What a service goes by in the tests: vendor, version and name. */
export function nameOf({ vendor, version, service }: Service): string {
  return `${vendor} ${version} ${service}`;
}

/** What a service goes by on generated pages: without the date of a version. */
export function titleOf({ vendor, version, service }: Service): string {
  return /^\d{4}-/.test(version) ? `${vendor} ${service}` : `${vendor} ${version} ${service}`;
}

/** What an action may answer: the codes of its page, those it borrows, and the common ones. */
export function codesOfPage({ pages }: Service, action: string): ReadonlyMap<string, PageCode[]> {
  const own = pages?.page(action)?.codes ?? new Map<string, readonly PageCode[]>();
  const all = [...(pages?.common ?? []), ...own];
  return new Map(all.map(([code, listed]) => [code, [...listed]]));
}
