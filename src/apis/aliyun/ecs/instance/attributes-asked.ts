import type { Catalogue } from '#resources/cloud.ts';
import { systemOf } from '#resources/image/system.ts';
import { hostNameIssue } from '#resources/instance/host-name.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { Attributes } from '#resources/instance/verbs/change-attributes.ts';
import type { GuestChangeRequest } from '#resources/instance/verbs/change-guests.ts';
import type { InferIn } from '#wire/infer.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import { findFamily } from '#catalogue/aliyun/families.ts';
import type { request } from '../models/modify-instance-attribute.ts';
import { hostNameCharactersMax } from './host-names.ts';
import { descriptionOf, userDataOf } from './launch/guest.ts';
import { nameIssue } from './names.ts';
import { passwordIssue } from './passwords.ts';

type Asked = InferIn<typeof request>;

/** What cannot be changed here: what the page keeps for invited users, or has no effect here. */
const unsupported = [
  'CpuOptions',
  'EnableNetworkEncryption',
  'NetworkInterfaceQueueNumber',
  'PrivateDnsNameOptions',
  'Recyclable',
  'RemoteConnectionOptions',
] as const satisfies ReadonlyArray<keyof Asked>;

/** @throws ParameterFault for what would have no effect; launch.jumboFrameNotForType */
export function requireSupported(asked: Asked): void {
  const at = unsupported.find((name) => asked[name] !== undefined);
  if (at !== undefined) {
    throw new ParameterFault(undefined, { constraint: 'value', at, problem: 'is not supported' });
  }
  // Every instance has an MTU of 1500, which false asks for.
  if (asked.EnableJumboFrame === true) throw launchFaults.jumboFrameNotForType();
}

/** What of the request is written down, checked as a launch checks it. */
export function attributesOf(asked: Asked, instance: Instance, catalogue: Catalogue): Attributes {
  const { InstanceName: name, DeletionProtection, SecurityGroupIds = [] } = asked;
  if (name !== undefined && nameIssue(name) !== undefined) throw launchFaults.nameMalformed();
  const description = descriptionOf(asked);
  const userData = userDataOf(asked, subjectsOf(instance, catalogue));
  if (DeletionProtection === true && instance.chargeType !== 'postpaid') {
    throw launchFaults.protectionNotForCharge();
  }
  const own = creditsOf(asked, instance, catalogue);
  return {
    ...(name !== undefined && { name }),
    ...(description !== null && { description }),
    ...(userData !== null && { userData }),
    ...(DeletionProtection !== undefined && { protected: DeletionProtection }),
    ...(SecurityGroupIds.length > 0 && { securityGroups: SecurityGroupIds }),
    ...(own !== undefined && { own }),
  };
}

function subjectsOf(instance: Instance, catalogue: Catalogue) {
  const family = findFamily(catalogue.instanceType(instance.type)?.family ?? '');
  const image = systemOf(catalogue, instance);
  return {
    family: { isIoOptimized: family?.isIoOptimized ?? true },
    image: { cloudInit: image?.cloudInit ?? false },
  };
}

function creditsOf(
  { CreditSpecification }: Asked,
  { type }: Instance,
  catalogue: Catalogue,
): Attributes['own'] {
  if (CreditSpecification === undefined) return undefined;
  if (catalogue.instanceType(type)?.credits === null) throw launchFaults.creditsNotAllowed();
  return { CreditSpecification };
}

/** What of the request is changed within the guest; undefined where that is nothing. */
export function guestOf(
  { HostName: hostName, Password: password }: Asked,
  instance: Instance,
  catalogue: Catalogue,
): Pick<GuestChangeRequest, 'operation' | 'wish' | 'password'> | undefined {
  if (hostName === undefined && password === undefined) return undefined;
  const windows = systemOf(catalogue, instance)?.osFamily === 'windows';
  const rule = { windows, charactersMax: hostNameCharactersMax };
  if (hostName !== undefined && hostNameIssue(hostName, rule) !== undefined) {
    throw launchFaults.hostNameMalformed();
  }
  if (password !== undefined && passwordIssue(password, { windows }) !== undefined) {
    throw launchFaults.passwordMalformed();
  }
  return {
    operation: password === undefined ? 'change-attributes' : 'reset-password',
    wish: hostName === undefined ? {} : { hostName },
    ...(password !== undefined && { password }),
  };
}
