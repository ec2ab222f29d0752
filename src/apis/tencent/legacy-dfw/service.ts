import { id, structure } from '#wire/builders.ts';
import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import { sameAs } from '../older-actions.ts';
import { deleteSecurityGroup } from '../vpc/security-group/delete-security-group.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';
import { createSecurityGroup } from './security-group/create-security-group.ts';
import { describeGroupInstances } from './security-group/describe-group-instances.ts';
import { describeSecurityGroupEx } from './security-group/describe-security-group-ex.ts';

/** Security groups of Tencent's legacy generation: what is implemented, one line an action. */
export const legacyDfw: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages: pagesOf(pages),
  actions: [
    createSecurityGroup,
    // Seed 004 L55873.
    sameAs(deleteSecurityGroup, {
      input: structure({ sgId: id('security-group', { required: true }) }),
      output: structure({}),
      asked: ({ sgId }) => ({ SecurityGroupId: sgId }),
    }),
    describeSecurityGroupEx,
    describeGroupInstances,
  ],
};
