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
import { pages } from './pages.ts';
import { published } from './published.ts';
import { describeAvailabilityZones } from './region/describe-availability-zones.ts';
import { describeProductRegionList } from './region/describe-product-region-list.ts';

/** Tencent Cloud CVM, legacy generation: what of it is implemented, one line an action. */
export const legacyCvm: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages,
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
  ],
};
