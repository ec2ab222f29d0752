import { id, integer, list, string, structure } from '#wire/builders.ts';
import { serviceOf } from '#apis/service-of.ts';
import { actions as cvm } from '../cvm/actions.ts';
import { sameAs } from '../older-actions.ts';
import { instanceIdsMeant } from '../structs/instance/instance-ids.ts';
import { toEachInstance } from './instance/each-instance.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

const instanceId = id('instance', { required: true });
const keyId = { ...cvm.modifyKeyPairAttribute.input.fields.KeyId, required: true } as const;
const keyName = { ...cvm.createKeyPair.input.fields.KeyName, required: true } as const;
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
export const legacyCvm = serviceOf('tencent', {
  published,
  pages,
  actions: [
    ...Object.values(actions),
    // L53192.
    toEachInstance(cvm.startInstances, { name: 'StartInstances', input: none, asked: () => ({}) }),
    // L53263.
    toEachInstance(cvm.stopInstances, {
      name: 'StopInstances',
      input: forced,
      asked: ({ forceStop }) => ({ ForceStop: forceStop === 1 }),
    }),
    // L53336.
    toEachInstance(cvm.rebootInstances, {
      name: 'RestartInstances',
      input: forced,
      asked: ({ forceStop }) => ({ ForceReboot: forceStop === 1 }),
    }),
    // L53527: the name alone, which the example writes in another way (L53583).
    sameAs(cvm.modifyInstancesAttribute, {
      name: 'ModifyInstanceAttributes',
      input: structure({
        instanceId,
        instanceName: {
          ...cvm.modifyInstancesAttribute.input.fields.InstanceName,
          required: true,
          names: ['instancesName'],
        },
      }),
      output: none,
      asked: (input) => ({ InstanceIds: [input.instanceId], InstanceName: input.instanceName }),
    }),
    // L54450.
    sameAs(cvm.modifyInstancesProject, {
      name: 'ModifyInstanceProject',
      input: structure({
        instanceId,
        projectId: cvm.modifyInstancesProject.input.fields.ProjectId,
      }),
      output: none,
      asked: (input) => ({ InstanceIds: [input.instanceId], ProjectId: input.projectId }),
    }),
    // L58414: of the default project.
    sameAs(cvm.createKeyPair, {
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
    sameAs(cvm.importKeyPair, {
      input: structure({ keyName, pubKey: cvm.importKeyPair.input.fields.PublicKey }),
      output: structure({ keyId: id('key-pair') }),
      asked: (input) => ({ KeyName: input.keyName, PublicKey: input.pubKey, ProjectId: 0 }),
      shown: ({ KeyId }) => ({ keyId: KeyId }),
    }),
    // L58519.
    sameAs(cvm.modifyKeyPairAttribute, {
      name: 'ModifyKeyPair',
      input: structure({ keyId, keyName }),
      output: structure({ data: list(string()) }),
      asked: (input) => ({ KeyId: input.keyId, KeyName: input.keyName }),
      shown: () => ({ data: [] }),
    }),
    sameAs(cvm.associateInstancesKeyPairs, { name: 'BindInstanceKey', ...bound }),
    sameAs(cvm.disassociateInstancesKeyPairs, { name: 'UnBindInstanceKey', ...bound }),
  ],
});
