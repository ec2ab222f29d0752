import { id, structure } from '#wire/builders.ts';
import { serviceOf } from '#apis/service-of.ts';
import { actions as vpc } from '../vpc/actions.ts';
import { sameAs } from '../older-actions.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

/** Security groups of Tencent's legacy generation: what is implemented, one line an action. */
export const legacyDfw = serviceOf('tencent', {
  published,
  pages,
  actions: [
    ...Object.values(actions),
    // Seed 004 L55873.
    sameAs(vpc.deleteSecurityGroup, {
      input: structure({ sgId: id('security-group', { required: true }) }),
      output: structure({}),
      asked: ({ sgId }) => ({ SecurityGroupId: sgId }),
    }),
  ],
});
