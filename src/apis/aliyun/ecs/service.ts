import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import { describeImages } from './image/describe-images.ts';
import { attachInstanceRamRole } from './instance/attach-instance-ram-role.ts';
import { createInstance } from './instance/create-instance.ts';
import { deleteInstance } from './instance/delete-instance.ts';
import { deleteInstances } from './instance/delete-instances.ts';
import { describeInstanceAttachmentAttributes } from './instance/describe-instance-attachment-attributes.ts';
import { describeInstanceAttribute } from './instance/describe-instance-attribute.ts';
import { describeInstanceAutoRenewAttribute } from './instance/describe-instance-auto-renew-attribute.ts';
import { describeInstanceMaintenanceAttributes } from './instance/describe-instance-maintenance-attributes.ts';
import { describeInstanceRamRole } from './instance/describe-instance-ram-role.ts';
import { describeInstanceStatus } from './instance/describe-instance-status.ts';
import { describeInstances } from './instance/describe-instances.ts';
import { describeUserData } from './instance/describe-user-data.ts';
import { detachInstanceRamRole } from './instance/detach-instance-ram-role.ts';
import { modifyInstanceAttachmentAttributes } from './instance/modify-instance-attachment-attributes.ts';
import { modifyInstanceAttribute } from './instance/modify-instance-attribute.ts';
import { modifyInstanceAutoReleaseTime } from './instance/modify-instance-auto-release-time.ts';
import { modifyInstanceAutoRenewAttribute } from './instance/modify-instance-auto-renew-attribute.ts';
import { modifyInstanceMaintenanceAttributes } from './instance/modify-instance-maintenance-attributes.ts';
import { modifyInstanceMetadataOptions } from './instance/modify-instance-metadata-options.ts';
import { rebootInstance } from './instance/reboot-instance.ts';
import { rebootInstances } from './instance/reboot-instances.ts';
import { renewInstance } from './instance/renew-instance.ts';
import { runInstances } from './instance/run-instances.ts';
import { startInstance } from './instance/start-instance.ts';
import { startInstances } from './instance/start-instances.ts';
import { stopInstance } from './instance/stop-instance.ts';
import { stopInstances } from './instance/stop-instances.ts';
import { describeInstanceTypes } from './instance-type/describe-instance-types.ts';
import { attachKeyPair } from './key-pair/attach-key-pair.ts';
import { createKeyPair } from './key-pair/create-key-pair.ts';
import { deleteKeyPairs } from './key-pair/delete-key-pairs.ts';
import { describeKeyPairs } from './key-pair/describe-key-pairs.ts';
import { detachKeyPair } from './key-pair/detach-key-pair.ts';
import { importKeyPair } from './key-pair/import-key-pair.ts';
import pages from './pages.json' with { type: 'json' };
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
  pages: pagesOf(pages),
  actions: [
    attachInstanceRamRole,
    createInstance,
    createSecurityGroup,
    deleteInstance,
    deleteInstances,
    deleteSecurityGroup,
    describeImages,
    describeInstanceAttachmentAttributes,
    describeInstanceAttribute,
    describeInstanceAutoRenewAttribute,
    describeInstanceMaintenanceAttributes,
    describeInstanceRamRole,
    describeInstanceStatus,
    describeInstanceTypes,
    describeInstances,
    describeRegions,
    describeSecurityGroups,
    describeUserData,
    describeZones,
    detachInstanceRamRole,
    modifyInstanceAttachmentAttributes,
    modifyInstanceAttribute,
    modifyInstanceAutoReleaseTime,
    modifyInstanceAutoRenewAttribute,
    modifyInstanceMaintenanceAttributes,
    modifyInstanceMetadataOptions,
    rebootInstance,
    rebootInstances,
    renewInstance,
    runInstances,
    startInstance,
    startInstances,
    stopInstance,
    attachKeyPair,
    createKeyPair,
    deleteKeyPairs,
    describeKeyPairs,
    detachKeyPair,
    importKeyPair,
    stopInstances,
  ],
};
