import type { Service } from '#wire/service.ts';
import { describeImages } from './image/describe-images.ts';
import { createInstance } from './instance/create-instance.ts';
import { deleteInstance } from './instance/delete-instance.ts';
import { describeInstanceStatus } from './instance/describe-instance-status.ts';
import { describeInstances } from './instance/describe-instances.ts';
import { rebootInstance } from './instance/reboot-instance.ts';
import { runInstances } from './instance/run-instances.ts';
import { startInstance } from './instance/start-instance.ts';
import { stopInstance } from './instance/stop-instance.ts';
import { describeInstanceTypes } from './instance-type/describe-instance-types.ts';
import { attachKeyPair } from './key-pair/attach-key-pair.ts';
import { createKeyPair } from './key-pair/create-key-pair.ts';
import { deleteKeyPairs } from './key-pair/delete-key-pairs.ts';
import { describeKeyPairs } from './key-pair/describe-key-pairs.ts';
import { detachKeyPair } from './key-pair/detach-key-pair.ts';
import { importKeyPair } from './key-pair/import-key-pair.ts';
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
    deleteSecurityGroup,
    describeImages,
    describeInstanceStatus,
    describeInstanceTypes,
    describeInstances,
    describeRegions,
    describeSecurityGroups,
    describeZones,
    rebootInstance,
    runInstances,
    startInstance,
    stopInstance,
    attachKeyPair,
    createKeyPair,
    deleteKeyPairs,
    describeKeyPairs,
    detachKeyPair,
    importKeyPair,
  ],
};
