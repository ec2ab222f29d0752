import { id, integer, list, string, structure } from '#wire/builders.ts';
import { pagesOf } from '#apis/pages.ts';
import type { Service } from '#wire/service.ts';
import { modifyInstancesAttribute } from '../cvm/instance/modify-instances-attribute.ts';
import { modifyInstancesProject } from '../cvm/instance/modify-instances-project.ts';
import { rebootInstances } from '../cvm/instance/reboot-instances.ts';
import { startInstances } from '../cvm/instance/start-instances.ts';
import { stopInstances } from '../cvm/instance/stop-instances.ts';
import { associateInstancesKeyPairs } from '../cvm/key-pair/associate-instances-key-pairs.ts';
import { createKeyPair } from '../cvm/key-pair/create-key-pair.ts';
import { disassociateInstancesKeyPairs } from '../cvm/key-pair/disassociate-instances-key-pairs.ts';
import { importKeyPair } from '../cvm/key-pair/import-key-pair.ts';
import { modifyKeyPairAttribute } from '../cvm/key-pair/modify-key-pair-attribute.ts';
import { sameAs } from '../older-actions.ts';
import { instanceIdsMeant } from '../structs/instance/instance-ids.ts';
import { describeInstances } from './instance/describe-instances.ts';
import { toEachInstance } from './instance/each-instance.ts';
import { renewInstance } from './instance/renew-instance.ts';
import { resetInstancePassword } from './instance/reset-instance-password.ts';
import { returnInstance } from './instance/return-instance.ts';
import { runInstancesHour } from './instance/run-instances-hour.ts';
import { runInstances } from './instance/run-instances.ts';
import { deleteKeyPair } from './key-pair/delete-key-pair.ts';
import { describeKeyPairs } from './key-pair/describe-key-pairs.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';
import { describeAvailabilityZones } from './region/describe-availability-zones.ts';
import { describeProductRegionList } from './region/describe-product-region-list.ts';

const instanceId = id('instance', { required: true });
const keyId = { ...modifyKeyPairAttribute.input.fields.KeyId, required: true } as const;
const keyName = { ...createKeyPair.input.fields.KeyName, required: true } as const;
const none = structure({});

/** forceStop (seed 004 L53301, L53374): by force after the machine has not stopped by itself. */
const forced = structure({ forceStop: integer({ default: 0, values: [0, 1] }) });

/** A key pair and the instances that it is bound to (L58755, L58827). */
const bound = {
  input: structure({ instanceIds: { ...instanceIdsMeant, min: 1 }, keyId }),
  output: none,
  asked: (input: { readonly instanceIds: readonly string[]; readonly keyId: string }) => ({
    InstanceIds: input.instanceIds,
    KeyIds: [input.keyId],
  }),
};

/**
 * Tencent Cloud CVM, legacy generation: what of it is implemented. Many are actions of API 3.0
 * under other names; what differs is told here, beside the line of the page in seed 004.
 */
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
    // L53192.
    toEachInstance(startInstances, { name: 'StartInstances', input: none, asked: () => ({}) }),
    // L53263.
    toEachInstance(stopInstances, {
      name: 'StopInstances',
      input: forced,
      asked: ({ forceStop }) => ({ ForceStop: forceStop === 1 }),
    }),
    // L53336.
    toEachInstance(rebootInstances, {
      name: 'RestartInstances',
      input: forced,
      asked: ({ forceStop }) => ({ ForceReboot: forceStop === 1 }),
    }),
    renewInstance,
    // L53527: the name alone, which the example writes in another way (L53583).
    sameAs(modifyInstancesAttribute, {
      name: 'ModifyInstanceAttributes',
      input: structure({
        instanceId,
        instanceName: {
          ...modifyInstancesAttribute.input.fields.InstanceName,
          required: true,
          names: ['instancesName'],
        },
      }),
      output: none,
      asked: (input) => ({ InstanceIds: [input.instanceId], InstanceName: input.instanceName }),
    }),
    resetInstancePassword,
    // L54450.
    sameAs(modifyInstancesProject, {
      name: 'ModifyInstanceProject',
      input: structure({ instanceId, projectId: modifyInstancesProject.input.fields.ProjectId }),
      output: none,
      asked: (input) => ({ InstanceIds: [input.instanceId], ProjectId: input.projectId }),
    }),
    returnInstance,
    describeKeyPairs,
    // L58414: of the default project.
    sameAs(createKeyPair, {
      input: structure({ keyName }),
      output: structure({
        data: structure({
          secretkey: string(),
          pubkey: string(),
          keyId: id('key-pair'),
          keyName: string(),
        }),
      }),
      asked: (input) => ({ KeyName: input.keyName, ProjectId: 0 }),
      shown: ({ KeyPair: made }) => ({
        data: {
          secretkey: made.PrivateKey,
          pubkey: made.PublicKey,
          keyId: made.KeyId,
          keyName: made.KeyName,
        },
      }),
    }),
    // L58686: into the default project.
    sameAs(importKeyPair, {
      input: structure({ keyName, pubKey: importKeyPair.input.fields.PublicKey }),
      output: structure({ keyId: id('key-pair') }),
      asked: (input) => ({ KeyName: input.keyName, PublicKey: input.pubKey, ProjectId: 0 }),
      shown: ({ KeyId }) => ({ keyId: KeyId }),
    }),
    // L58519.
    sameAs(modifyKeyPairAttribute, {
      name: 'ModifyKeyPair',
      input: structure({ keyId, keyName }),
      output: structure({ data: list(string()) }),
      asked: (input) => ({ KeyId: input.keyId, KeyName: input.keyName }),
      shown: () => ({ data: [] }),
    }),
    deleteKeyPair,
    sameAs(associateInstancesKeyPairs, { name: 'BindInstanceKey', ...bound }),
    sameAs(disassociateInstancesKeyPairs, { name: 'UnBindInstanceKey', ...bound }),
  ],
};
