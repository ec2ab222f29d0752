import { serviceOf } from '#apis/service-of.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

/** Tencent Cloud's region, API 3.0. */
export const tencentRegion = serviceOf('tencent', {
  published,
  pages,
  actions: Object.values(actions),
});
