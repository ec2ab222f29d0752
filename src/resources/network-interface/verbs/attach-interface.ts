import type { Key } from '#kernel/key.ts';
import type { Workflow } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { requireInstances } from '../../instance/require.ts';
import { instanceTarget } from '../../instance/timers.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { requireAttachable, requireSettled } from '../attachable.ts';
import { changeInterfaceRow, type InterfaceChange } from '../change.ts';
import { networkInterfaceFaults } from '../faults.ts';
import type { InterfaceOperation, NetworkInterface } from '../network-interface.ts';
import { requireInterface, requireInterfaceState, requireSecondary } from '../require.ts';
import { interfaceTarget } from '../targets.ts';
import {
  attachInterfaceWorkflow,
  detachInterfaceWorkflow,
  migrateInterfaceWorkflow,
} from '../workflows/attachment.ts';
import type { InterfaceServices } from '../workflows/services.ts';
import type { InterfaceRequest } from './delete-interface.ts';

export interface InterfaceAttachment extends InterfaceRequest {
  readonly instance: Key<'instance'>;
  /** Whether it is to go with the instance; as before where it is left out. */
  readonly deleteWithInstance?: boolean | undefined;
}

const raised = [
  networkInterfaceFaults.notFound,
  networkInterfaceFaults.isPrimary,
  networkInterfaceFaults.inProgress,
  networkInterfaceFaults.wrongState,
] as const;

/** Attaches an interface to an instance of its zone and network; a workflow carries it out. */
export const attachInterface = verb(
  [...raised, networkInterfaceFaults.attached, requireAttachable],
  async (scope: Scope, request: InterfaceAttachment): Promise<void> => {
    const { interface: key, region, instance: to, deleteWithInstance } = request;
    const one = await requireInterface(scope, key, region);
    requireSecondary(one);
    if (one.state === 'in-use') {
      throw networkInterfaceFaults.attached({
        'network-interface': key,
        instance: one.instance ?? undefined,
      });
    }
    requireInterfaceState(one, 'available');
    const { instance, index } = await requireAttachable(scope, one, to);
    await begin(scope, one, {
      operation: 'attach',
      workflow: attachInterfaceWorkflow,
      input: { key },
      shares: [instance.key],
      change: {
        state: 'attaching',
        instance: instance.key,
        deviceIndex: index,
        ...(deleteWithInstance !== undefined && { deleteWithInstance }),
      },
    });
  },
);

export interface InterfaceDetachment extends InterfaceRequest {
  /** That it is attached to; whichever it is, where it is left out. */
  readonly instance?: Key<'instance'> | undefined;
}

/** Takes an interface from its instance. */
export const detachInterface = verb(
  [...raised, networkInterfaceFaults.notAttached, networkInterfaceFaults.instanceWrongState],
  async (scope: Scope, request: InterfaceDetachment): Promise<void> => {
    const one = await requireAttached(scope, request);
    const { key, instance } = one;
    await begin(scope, one, {
      operation: 'detach',
      workflow: detachInterfaceWorkflow,
      input: { key },
      shares: [instance],
      change: { state: 'detaching' },
    });
  },
);

export interface InterfaceMigration extends InterfaceDetachment {
  readonly to: Key<'instance'>;
}

/** Takes an interface from its instance and attaches it to another one. */
export const migrateInterface = verb(
  [detachInterface, requireAttachable, networkInterfaceFaults.sameInstance],
  async (scope: Scope, request: InterfaceMigration): Promise<void> => {
    const one = await requireAttached(scope, request);
    const { key, instance: from } = one;
    if (from === request.to) throw networkInterfaceFaults.sameInstance({ instance: from });
    const { instance, index } = await requireAttachable(scope, one, request.to);
    await begin(scope, one, {
      operation: 'migrate',
      workflow: migrateInterfaceWorkflow,
      input: { key, to: instance.key, index },
      also: [from, instance.key],
      change: { state: 'detaching' },
    });
  },
);

type Attached = NetworkInterface & { readonly instance: Key<'instance'> };

async function requireAttached(scope: Scope, request: InterfaceDetachment): Promise<Attached> {
  const { interface: key, region, instance: named } = request;
  const one = await requireInterface(scope, key, region);
  requireSecondary(one);
  const { instance } = one;
  if (instance === null || (named ?? instance) !== instance) {
    throw networkInterfaceFaults.notAttached({ 'network-interface': key, instance: named });
  }
  requireInterfaceState(one, 'in-use');
  const [machine] = await requireInstances(scope, [instance], one.region);
  if (machine !== undefined) requireSettled(machine);
  return { ...one, instance };
}

interface Beginning<Input> {
  readonly operation: InterfaceOperation;
  readonly workflow: Workflow<Input, InterfaceServices>;
  readonly input: Input;
  /** Instances that other interfaces may come to and leave meanwhile. */
  readonly shares?: ReadonlyArray<Key<'instance'>>;
  /** Instances that nothing else works on meanwhile. */
  readonly also?: ReadonlyArray<Key<'instance'>>;
  readonly change: InterfaceChange;
}

/** @throws network-interface.inProgress where something is under way on one of them */
async function begin<Input>(
  { db, now, requestId: request }: Scope,
  one: NetworkInterface,
  { operation: action, workflow, input, change, ...instances }: Beginning<Input>,
): Promise<void> {
  const target = interfaceTarget(one.key);
  const also = (instances.also ?? []).map(instanceTarget);
  const shares = (instances.shares ?? []).map(instanceTarget);
  if ((await startWorkflow(db, workflow, { target, also, shares, input, now })) === 'busy') {
    throw networkInterfaceFaults.inProgress({ 'network-interface': one.key });
  }
  await changeInterfaceRow(db, one, {
    ...change,
    generation: one.generation + 1,
    operation: { action, state: 'operating', request, at: now },
  });
}
