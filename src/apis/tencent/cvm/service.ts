import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import { describeImages } from './image/describe-images.ts';
import { describeInstances } from './instance/describe-instances.ts';
import { describeInstancesAttributes } from './instance/describe-instances-attributes.ts';
import { describeInstancesOperationLimit } from './instance/describe-instances-operation-limit.ts';
import { describeInstancesStatus } from './instance/describe-instances-status.ts';
import { modifyInstancesAttribute } from './instance/modify-instances-attribute.ts';
import { modifyInstancesProject } from './instance/modify-instances-project.ts';
import { modifyInstancesRenewFlag } from './instance/modify-instances-renew-flag.ts';
import { rebootInstances } from './instance/reboot-instances.ts';
import { renewInstances } from './instance/renew-instances.ts';
import { resetInstancesPassword } from './instance/reset-instances-password.ts';
import { runInstances } from './instance/run-instances.ts';
import { startInstances } from './instance/start-instances.ts';
import { stopInstances } from './instance/stop-instances.ts';
import { terminateInstances } from './instance/terminate-instances.ts';
import { describeInstanceTypeConfigs } from './instance-type/describe-instance-type-configs.ts';
import { describeKeyPairs } from './key-pair/describe-key-pairs.ts';
import { createKeyPair } from './key-pair/create-key-pair.ts';
import { importKeyPair } from './key-pair/import-key-pair.ts';
import { modifyKeyPairAttribute } from './key-pair/modify-key-pair-attribute.ts';
import { deleteKeyPairs } from './key-pair/delete-key-pairs.ts';
import { associateInstancesKeyPairs } from './key-pair/associate-instances-key-pairs.ts';
import { disassociateInstancesKeyPairs } from './key-pair/disassociate-instances-key-pairs.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';
import { describeRegions } from './region/describe-regions.ts';
import { describeZones } from './region/describe-zones.ts';

/** Tencent Cloud CVM, API 3.0: what of it is implemented, one line an action. */
export const tencentCvm: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages: pagesOf(pages),
  actions: [
    describeRegions,
    describeZones,
    describeImages,
    describeInstanceTypeConfigs,
    runInstances,
    describeInstances,
    describeInstancesStatus,
    startInstances,
    stopInstances,
    rebootInstances,
    terminateInstances,
    renewInstances,
    describeKeyPairs,
    createKeyPair,
    importKeyPair,
    modifyKeyPairAttribute,
    deleteKeyPairs,
    associateInstancesKeyPairs,
    disassociateInstancesKeyPairs,
    modifyInstancesAttribute,
    resetInstancesPassword,
    modifyInstancesProject,
    modifyInstancesRenewFlag,
    describeInstancesAttributes,
    describeInstancesOperationLimit,
  ],
};
