import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import { describeImages } from './image/describe-images.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

/** Images of Tencent's legacy generation: what is implemented, one line an action. */
export const legacyImage: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages: pagesOf(pages),
  actions: [describeImages],
};
