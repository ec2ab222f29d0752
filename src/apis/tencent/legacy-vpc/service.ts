import { serviceOf } from '#apis/service-of.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

/** Network interfaces of Tencent's legacy generation. */
export const legacyVpc = serviceOf('tencent', {
  published,
  pages,
  actions: Object.values(actions),
});
