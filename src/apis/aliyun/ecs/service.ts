import type { Service } from '#wire/service.ts';
import { describeImages } from './image/describe-images.ts';
import { createInstance } from './instance/create-instance.ts';
import { deleteInstance } from './instance/delete-instance.ts';
import { deleteInstances } from './instance/delete-instances.ts';
import { describeInstanceAttribute } from './instance/describe-instance-attribute.ts';
import { describeInstanceStatus } from './instance/describe-instance-status.ts';
import { describeInstances } from './instance/describe-instances.ts';
import { describeUserData } from './instance/describe-user-data.ts';
import { modifyInstanceAttribute } from './instance/modify-instance-attribute.ts';
import { rebootInstance } from './instance/reboot-instance.ts';
import { rebootInstances } from './instance/reboot-instances.ts';
import { renewInstance } from './instance/renew-instance.ts';
import { runInstances } from './instance/run-instances.ts';
import { startInstance } from './instance/start-instance.ts';
import { startInstances } from './instance/start-instances.ts';
import { stopInstance } from './instance/stop-instance.ts';
import { stopInstances } from './instance/stop-instances.ts';
import { describeInstanceTypes } from './instance-type/describe-instance-types.ts';
import { pages } from './pages.ts';
import { published } from './published.ts';
import { describeRegions } from './region/describe-regions.ts';
import { describeZones } from './region/describe-zones.ts';
import { createSecurityGroup } from './security-group/create-security-group.ts';
import { deleteSecurityGroup } from './security-group/delete-security-group.ts';
import { describeSecurityGroups } from './security-group/describe-security-groups.ts';

/** Alibaba Cloud ECS: what of it is implemented, one line an action. */
export const aliyunEcs: Service = {
  vendor: 'aliyun',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages,
  actions: [
    createInstance,
    createSecurityGroup,
    deleteInstance,
    deleteInstances,
    deleteSecurityGroup,
    describeImages,
    describeInstanceAttribute,
    describeInstanceStatus,
    describeInstanceTypes,
    describeInstances,
    describeRegions,
    describeSecurityGroups,
    describeUserData,
    describeZones,
    modifyInstanceAttribute,
    rebootInstance,
    rebootInstances,
    renewInstance,
    runInstances,
    startInstance,
    startInstances,
    stopInstance,
    stopInstances,
  ],
};
