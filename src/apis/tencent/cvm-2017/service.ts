import { only } from '#wire/overlay.ts';
import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import { describeImages } from './image/describe-images.ts';
import { describeInstances } from './instance/describe-instances.ts';
import { describeInstancesStatus } from '../cvm/instance/describe-instances-status.ts';
import { modifyInstancesAttribute } from './instance/modify-instances-attribute.ts';
import { modifyInstancesProject } from './instance/modify-instances-project.ts';
import { modifyInstancesRenewFlag } from '../cvm/instance/modify-instances-renew-flag.ts';
import { rebootInstances } from './instance/reboot-instances.ts';
import { renewInstances } from './instance/renew-instances.ts';
import { resetInstancesPassword } from './instance/reset-instances-password.ts';
import { runInstances } from './instance/run-instances.ts';
import { startInstances } from '../cvm/instance/start-instances.ts';
import { stopInstances } from './instance/stop-instances.ts';
import { terminateInstances } from './instance/terminate-instances.ts';
import { describeInstanceTypeConfigs } from './instance-type/describe-instance-type-configs.ts';
import { published as cvm } from '../legacy-cvm/published.ts';
import { published as dfw } from '../legacy-dfw/published.ts';
import { published as eip } from '../legacy-eip/published.ts';
import { published as image } from '../legacy-image/published.ts';
import { published as vpc } from '../legacy-vpc/published.ts';
import { describeKeyPairs } from './key-pair/describe-key-pairs.ts';
import { createKeyPair } from '../cvm/key-pair/create-key-pair.ts';
import { importKeyPair } from '../cvm/key-pair/import-key-pair.ts';
import { modifyKeyPairAttribute } from '../cvm/key-pair/modify-key-pair-attribute.ts';
import { deleteKeyPairs } from '../cvm/key-pair/delete-key-pairs.ts';
import { associateInstancesKeyPairs } from '../cvm/key-pair/associate-instances-key-pairs.ts';
import { disassociateInstancesKeyPairs } from '../cvm/key-pair/disassociate-instances-key-pairs.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';
import { describeRegions } from '../cvm/region/describe-regions.ts';
import { describeZones } from '../cvm/region/describe-zones.ts';
import { sameAs } from '../older-actions.ts';

/** Tencent's API of 2017 with all its hosts: what of it is implemented, one line an action. */
export const tencentCvm2017: Service = {
  vendor: 'tencent',
  service: published.service,
  version: published.version,
  published: published.actions,
  pages: pagesOf(pages),
  actions: [
    sameAs(describeRegions),
    sameAs(describeZones),
    describeImages,
    describeInstanceTypeConfigs,
    runInstances,
    describeInstances,
    sameAs(describeInstancesStatus),
    sameAs(startInstances),
    stopInstances,
    rebootInstances,
    terminateInstances,
    renewInstances,
    describeKeyPairs,
    // Key pairs have no tags yet (seed 004 L49126-49143, L49490-49513).
    sameAs(createKeyPair, { input: only(createKeyPair.input, 'KeyName', 'ProjectId') }),
    sameAs(importKeyPair, {
      input: only(importKeyPair.input, 'KeyName', 'ProjectId', 'PublicKey'),
    }),
    sameAs(modifyKeyPairAttribute),
    sameAs(deleteKeyPairs),
    sameAs(associateInstancesKeyPairs),
    sameAs(disassociateInstancesKeyPairs),
    modifyInstancesAttribute,
    resetInstancesPassword,
    modifyInstancesProject,
    sameAs(modifyInstancesRenewFlag),
  ],
};

const olderNames: ReadonlySet<string> = new Set(
  [cvm, dfw, eip, image, vpc].flatMap(({ actions }) => actions),
);

/**
 * The names by which a request without a Version is known to be of this generation: those that the
 * one before it does not have as well, with other parameters (seed 004 L50735-50960).
 */
export const namesOf2017: ReadonlySet<string> = new Set(
  published.actions.filter((name) => !olderNames.has(name)),
);
