import type { Service } from '#wire/service.ts';
import { describeImages } from './image/describe-images.ts';
import { describeInstances } from './instance/describe-instances.ts';
import { describeInstancesStatus } from './instance/describe-instances-status.ts';
import { rebootInstances } from './instance/reboot-instances.ts';
import { renewInstances } from './instance/renew-instances.ts';
import { runInstances } from './instance/run-instances.ts';
import { startInstances } from './instance/start-instances.ts';
import { stopInstances } from './instance/stop-instances.ts';
import { terminateInstances } from './instance/terminate-instances.ts';
import { describeInstanceTypeConfigs } from './instance-type/describe-instance-type-configs.ts';
import { published } from './published.ts';
import { describeRegions } from './region/describe-regions.ts';
import { describeZones } from './region/describe-zones.ts';

/** Tencent's API of 2017 with all its hosts: what of it is implemented, one line an action. */
export const tencentCvm2017: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
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
  ],
};

/** Names that the generation before has as well, with other parameters (seed 004 L50735-50960). */
const olderNames: ReadonlySet<string> = new Set([
  'DescribeInstances',
  'RunInstances',
  'StartInstances',
  'StopInstances',
  'DescribeKeyPairs',
  'CreateKeyPair',
  'ImportKeyPair',
  'DescribeImages',
  'CreateImage',
  'DeleteImages',
]);

/** The names by which a request without a Version is known to be of this generation. */
export const namesOf2017: ReadonlySet<string> = new Set(
  published.actions.filter((name) => !olderNames.has(name)),
);
