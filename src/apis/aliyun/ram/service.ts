import { serviceOf } from '#apis/service-of.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

/** Alibaba Cloud Resource Access Management: roles. */
export const aliyunRam = serviceOf('aliyun', {
  published,
  pages,
  actions: Object.values(actions),
});
