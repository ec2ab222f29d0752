import type { Service } from '#wire/service.ts';
import { describeImages } from './image/describe-images.ts';
import { pages } from './pages.ts';
import { published } from './published.ts';

/** Images of Tencent's legacy generation: what is implemented, one line an action. */
export const legacyImage: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages,
  actions: [describeImages],
};
