import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import { describeInstances } from './instance/describe-instances.ts';
import { modifyInstanceAttributes } from './instance/modify-instance-attributes.ts';
import { modifyInstanceProject } from './instance/modify-instance-project.ts';
import { renewInstance } from './instance/renew-instance.ts';
import { resetInstancePassword } from './instance/reset-instance-password.ts';
import { restartInstances } from './instance/restart-instances.ts';
import { returnInstance } from './instance/return-instance.ts';
import { runInstancesHour } from './instance/run-instances-hour.ts';
import { runInstances } from './instance/run-instances.ts';
import { startInstances } from './instance/start-instances.ts';
import { stopInstances } from './instance/stop-instances.ts';
import { describeKeyPairs } from './key-pair/describe-key-pairs.ts';
import { createKeyPair } from './key-pair/create-key-pair.ts';
import { importKeyPair } from './key-pair/import-key-pair.ts';
import { modifyKeyPair } from './key-pair/modify-key-pair.ts';
import { deleteKeyPair } from './key-pair/delete-key-pair.ts';
import { bindInstanceKey } from './key-pair/bind-instance-key.ts';
import { unBindInstanceKey } from './key-pair/un-bind-instance-key.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';
import { describeAvailabilityZones } from './region/describe-availability-zones.ts';
import { describeProductRegionList } from './region/describe-product-region-list.ts';

/** Tencent Cloud CVM, legacy generation: what of it is implemented, one line an action. */
export const legacyCvm: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages: pagesOf(pages),
  actions: [
    describeAvailabilityZones,
    describeProductRegionList,
    describeInstances,
    runInstances,
    runInstancesHour,
    startInstances,
    stopInstances,
    restartInstances,
    renewInstance,
    modifyInstanceAttributes,
    resetInstancePassword,
    modifyInstanceProject,
    returnInstance,
    describeKeyPairs,
    createKeyPair,
    importKeyPair,
    modifyKeyPair,
    deleteKeyPair,
    bindInstanceKey,
    unBindInstanceKey,
  ],
};
