import { readFileSync } from 'node:fs';

/** Codes as a page lists them: `InvalidVpcId.NotFound` at Tencent, with ` 404` at Alibaba. */
export interface PageCodes {
  /** What any action may answer. */
  readonly common: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, ReadonlySet<string>>;
}

type Listed = string | { readonly code: string; readonly status: number };

/** What the pages of a service are called: those of older generations by their generation too. */
export function pagesOf(service: {
  readonly vendor: string;
  readonly service: string;
  readonly version: string;
}): string {
  const { vendor, version, service: name } = service;
  return /^\d{4}-/.test(version) ? `${vendor}-${name}` : `${vendor}-${version}-${name}`;
}

const read = new Map<string, PageCodes>();

/** The codes of every page of a service (`tencent-cvm`), out of test/pages. */
export function pageCodes(service: string): PageCodes {
  const known = read.get(service) ?? readPages(service);
  read.set(service, known);
  return known;
}

function readPages(service: string): PageCodes {
  const file = new URL(`../pages/${service}.json`, import.meta.url);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { common: new Set(), pages: new Map() };
  }
  const { '//': _made, ...lists } = JSON.parse(text) as Record<string, readonly Listed[]>;
  const sets = Object.entries(lists).map(
    ([name, listed]) => [name, new Set(listed.map(textOf))] as const,
  );
  const pages = new Map(sets);
  const common = pages.get('common') ?? pages.get('gateway') ?? new Set<string>();
  return { common, pages };
}

function textOf(listed: Listed): string {
  return typeof listed === 'string' ? listed : `${listed.code} ${listed.status}`;
}

/** What an action may answer: the codes of its page and the common ones. */
export function pageOf({ common, pages }: PageCodes, action: string): ReadonlySet<string> {
  return new Set([...common, ...(pages.get(action) ?? [])]);
}
