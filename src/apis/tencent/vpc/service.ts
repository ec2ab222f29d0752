import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';
import { createSecurityGroup } from './security-group/create-security-group.ts';
import { deleteSecurityGroup } from './security-group/delete-security-group.ts';
import { describeSecurityGroups } from './security-group/describe-security-groups.ts';
import { createSubnet } from './subnet/create-subnet.ts';
import { deleteSubnet } from './subnet/delete-subnet.ts';
import { describeSubnets } from './subnet/describe-subnets.ts';
import { createVpc } from './vpc/create-vpc.ts';
import { deleteVpc } from './vpc/delete-vpc.ts';
import { describeVpcs } from './vpc/describe-vpcs.ts';

/** Tencent Cloud VPC, API 3.0: what of it is implemented, one line an action. */
export const tencentVpc: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages: pagesOf(pages),
  actions: [
    createVpc,
    describeVpcs,
    deleteVpc,
    createSubnet,
    describeSubnets,
    deleteSubnet,
    createSecurityGroup,
    describeSecurityGroups,
    deleteSecurityGroup,
  ],
};
