import { serviceOf } from '#apis/service-of.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

/** Tencent Cloud CVM, API 3.0. */
export const tencentCvm = serviceOf('tencent', {
  published,
  pages,
  actions: Object.values(actions),
});
