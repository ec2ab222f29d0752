import type { Key } from '#kernel/key.ts';
import { startWorkflow } from '#workflow/start.ts';
import { begin } from '../../instance/begin.ts';
import { instanceFaults } from '../../instance/faults.ts';
import type { Instance } from '../../instance/instance.ts';
import { requireInstances, requireState } from '../../instance/require.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { imageFaults } from '../faults.ts';
import { makeImage, type ImageWishes } from '../make-image.ts';
import type { Origin } from '../origin.ts';
import type { OwnImage } from '../own-image.ts';
import { disksForImage } from '../source-disks.ts';
import { type NamedSnapshot, sourceSnapshots } from '../source-snapshots.ts';
import { imageTarget } from '../targets.ts';
import { createImageWorkflow } from '../workflows/create-image.ts';

/** An instance that is made an image. */
export interface ImageOfInstance {
  readonly instance: Key<'instance'>;
  /** Which of its data disks the image has as well. */
  readonly dataDisks: 'all' | 'none' | ReadonlyArray<Key<'disk'>>;
  /** What becomes of it where it runs: it runs on, is shut down and stays so, or is refused. */
  readonly running: 'as-it-is' | 'stop' | 'refuse';
  /** Whether it is refused while another snapshot of one of its disks is being made. */
  readonly refusesMaking?: boolean;
  /** Whether one that is stopped without charge is refused. */
  readonly refusesWithoutCharge?: boolean;
}

/** Snapshots that are made an image: one of them is of a system disk. */
export interface ImageOfSnapshots {
  readonly snapshots: readonly NamedSnapshot[];
}

export interface ImageCreation extends ImageWishes {
  readonly region: string;
  readonly from: ImageOfInstance | ImageOfSnapshots;
}

/**
 * Makes an image of an instance or of snapshots. The instance does nothing else meanwhile: its
 * disks are snapshotted first, and the image is made from these.
 */
export const createImage = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    imageFaults.nameTaken,
    imageFaults.quotaExceeded,
    disksForImage,
    sourceSnapshots,
  ],
  (scope: Scope, creation: ImageCreation): Promise<Key<'image'>> =>
    'instance' in creation.from
      ? ofInstance(scope, creation, creation.from)
      : ofSnapshots(scope, creation, creation.from),
);

async function ofInstance(
  scope: Scope,
  creation: ImageCreation,
  from: ImageOfInstance,
): Promise<Key<'image'>> {
  const { region } = creation;
  const [instance] = await requireInstances(scope, [from.instance], region);
  if (instance === undefined) throw instanceFaults.notFound({ instance: from.instance });
  requireCapturable(instance, from);
  const { dataDisks, refusesMaking } = from;
  const wanted = { instance, dataDisks, name: creation.name, refusesMaking };
  const origin = await disksForImage(scope, wanted);
  const { image, snapshots } = await make(scope, creation, {
    origin,
    source: 'instance',
    sourceInstance: instance.key,
  });
  const stops = instance.state === 'running' && from.running === 'stop';
  await begin(scope, instance, {
    operation: 'create-image',
    state: stops ? 'stopping' : instance.state,
    workflow: createImageWorkflow,
    input: { image, instance: instance.key, stops, snapshots, zone: instance.zone },
  });
  return image;
}

async function make(
  scope: Scope,
  creation: ImageCreation,
  {
    origin: { disks, zone: _zone, ...origin },
    ...from
  }: { readonly origin: Origin } & Pick<OwnImage, 'source' | 'sourceInstance'>,
) {
  const { region } = creation;
  const sizeGiB = disks[0]?.sizeGiB ?? 0;
  const made = {
    ...origin,
    ...from,
    region,
    sizeGiB,
    state: 'creating',
    sourceImage: null,
  } as const;
  const image = await makeImage(scope, creation, { made, disks });
  return { image, snapshots: disks.flatMap(({ snapshot }) => snapshot ?? []) };
}

function requireCapturable(instance: Instance, from: ImageOfInstance): void {
  const { key, state, stopMode, operation } = instance;
  const isBetween = state === 'stopping' || state === 'starting' || state === 'rebooting';
  if (isBetween && operation !== 'create-image') {
    throw instanceFaults.wrongState({ instance: key, state });
  }
  requireState(instance, 'capture', 'create-image');
  if (state === 'running' && from.running === 'refuse') {
    throw instanceFaults.wrongState({ instance: key, state });
  }
  const isGivenUp = state === 'stopped' && stopMode === 'stop-charging';
  if (isGivenUp && from.refusesWithoutCharge === true) {
    throw instanceFaults.stoppedWithoutCharge({ instance: key });
  }
}

async function ofSnapshots(
  scope: Scope,
  creation: ImageCreation,
  from: ImageOfSnapshots,
): Promise<Key<'image'>> {
  const { region } = creation;
  const origin = await sourceSnapshots(scope, { region, named: from.snapshots });
  const { image, snapshots } = await make(scope, creation, {
    origin,
    source: 'snapshots',
    sourceInstance: null,
  });
  await startWorkflow(scope.db, createImageWorkflow, {
    target: imageTarget(image),
    input: { image, instance: null, stops: false, snapshots, zone: origin.zone },
    now: scope.now,
  });
  return image;
}
