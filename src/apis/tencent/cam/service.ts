import { serviceOf } from '#apis/service-of.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

/** Tencent Cloud access management, API 3.0: who a caller is. */
export const tencentCam = serviceOf('tencent', {
  published,
  pages,
  actions: Object.values(actions),
});
