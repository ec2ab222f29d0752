import { serviceOf } from '#apis/service-of.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };

const names = ['AssumeRole', 'AssumeRoleWithOIDC', 'AssumeRoleWithSAML', 'GetCallerIdentity'];

/** Alibaba Cloud Security Token Service: who a caller is. */
export const aliyunSts = serviceOf('aliyun', {
  published: { service: 'sts', version: '2015-04-01', actions: names },
  pages,
  actions: Object.values(actions),
});
