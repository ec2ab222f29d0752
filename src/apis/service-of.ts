import type { Action } from '#wire/action.ts';
import type { Service } from '#wire/service.ts';
import { pagesOf, type PagesWritten } from './pages.ts';

/** A service from its generated parts: what is published, the pages, the actions implemented. */
export function serviceOf(
  vendor: Service['vendor'],
  parts: {
    readonly published: Pick<Service, 'service' | 'version'> & {
      readonly actions: readonly string[];
    };
    readonly pages?: PagesWritten;
    readonly actions?: readonly Action[];
  },
): Service {
  const { published, pages, actions = [] } = parts;
  return {
    vendor,
    service: published.service,
    version: published.version,
    published: published.actions,
    ...(pages !== undefined && { pages: pagesOf(pages) }),
    actions,
  };
}
