import { serviceOf } from '#apis/service-of.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };

const names = ['DescribeEndpoint', 'DescribeEndpoints', 'DescribeRegions', 'DescribeServices'];

/** Alibaba Cloud Location: where a client finds the products of a region. */
export const aliyunLocation = serviceOf('aliyun', {
  published: { service: 'location', version: '2015-06-12', actions: names },
  pages,
  actions: Object.values(actions),
});
