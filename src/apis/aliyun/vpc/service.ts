import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';
import { createVpc } from './vpc/create-vpc.ts';
import { deleteVpc } from './vpc/delete-vpc.ts';
import { describeVpcAttribute } from './vpc/describe-vpc-attribute.ts';
import { describeVpcs } from './vpc/describe-vpcs.ts';
import { createVSwitch } from './vswitch/create-vswitch.ts';
import { deleteVSwitch } from './vswitch/delete-vswitch.ts';
import { describeVSwitchAttributes } from './vswitch/describe-vswitch-attributes.ts';
import { describeVSwitches } from './vswitch/describe-vswitches.ts';

/** Alibaba Cloud VPC: what of it is implemented, one line an action. */
export const aliyunVpc: Service = {
  vendor: 'aliyun',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages: pagesOf(pages),
  actions: [
    createVpc,
    describeVpcs,
    describeVpcAttribute,
    deleteVpc,
    createVSwitch,
    describeVSwitches,
    describeVSwitchAttributes,
    deleteVSwitch,
  ],
};
