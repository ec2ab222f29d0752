import { serviceOf } from '#apis/service-of.ts';
import { only } from '#wire/overlay.ts';
import { sameAs } from '../older-actions.ts';
import { actions as region } from '../region/actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

/** Tencent Cloud's api, which the region service came after: the same without Scene. */
export const tencentApi = serviceOf('tencent', {
  published,
  pages,
  actions: [
    sameAs(region.describeProducts),
    sameAs(region.describeRegions, { input: only(region.describeRegions.input, 'Product') }),
    sameAs(region.describeZones, { input: only(region.describeZones.input, 'Product') }),
  ],
});
