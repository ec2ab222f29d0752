import type { DriverAnswer, DriverCall, MachineSpec } from '../driver.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import { targetOf, type IncusContext } from './context.ts';
import { EngineError } from './engine-error.ts';
import { findInstance } from './find-instance.ts';
import { firstBoot } from './first-boot.ts';
import { forwardTo } from './forwards.ts';
import { guestConfigOf, isText } from './guest.ts';
import { dataDisksOf, instanceRequestOf } from './instance-request.ts';
import type { RequestContext } from './instance-request.ts';
import { generationOf, isPowered, pathOfMachine, wasStarted } from './machine-record.ts';
import type { InstanceAnswer } from './machine-record.ts';
import { networkOf } from './networks.ts';
import { powerOn } from './power-on.ts';
import { makeDisk } from './volumes.ts';

/**
 * Makes a machine. It is asked for at once, without a look whether it is there, since mostly it is
 * not; the server lets one of that name be made once, and what is there already is gone on with.
 */
export function create(
  context: IncusContext,
  spec: MachineSpec,
  call: DriverCall,
): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'create', machine: spec }, async () => {
    const network = networkOf(context.networks(), spec.privateAddress);
    if (network === undefined) return failed('no-network-has-its-address');
    if (spec.userData !== undefined && !isText(spec.userData)) return failed('user-data-no-text');
    const wantsForward = spec.publicAddress !== undefined;
    if (wantsForward && !context.configuration.publicAddresses) {
      return failed('no-public-addresses');
    }
    await context.closeAddress({ key: spec.key, address: spec.privateAddress });
    const disks = await makeDisks(context, spec);
    if (disks.state !== 'done') return disks;
    const made = await makeInstance(context, spec, { ...context, network });
    if (made === 'taken') return failed('name-is-taken');
    if (made !== 'new' && generationOf(made) > spec.generation) return DONE;
    if (wantsForward && !(await forwardTo(context, spec, network))) {
      return failed('public-address-taken');
    }
    if (spec.leftStopped === true) return DONE;
    if (made === 'new' || !isPowered(made)) await powerOn(context, spec);
    const config = made === 'new' ? guestConfigOf(spec) : made.config;
    return firstBoot(context, spec, { config, call });
  });
}

async function makeInstance(
  context: IncusContext,
  spec: MachineSpec,
  request: RequestContext,
): Promise<'new' | 'taken' | InstanceAnswer> {
  if (await isMade(context, spec, request)) return 'new';
  const found = await findInstance(context, spec);
  if (found === undefined) return 'taken';
  if (wasStarted(found) || generationOf(found) > spec.generation) return found;
  // A server that is killed while it makes an instance keeps its name without its files. One that
  // never ran holds nothing of anybody, so it is made anew, whole or not.
  await context.engine.change('DELETE', pathOfMachine(spec));
  if (await isMade(context, spec, request)) return 'new';
  throw new EngineError('It is being made by another call.', { status: 0, retryable: true });
}

/** False where the name is taken. */
async function isMade(
  context: IncusContext,
  spec: MachineSpec,
  request: RequestContext,
): Promise<boolean> {
  const body = instanceRequestOf(spec, request);
  const query = targetOf(context, spec.host);
  try {
    await context.engine.change('POST', '/1.0/instances', { body, query });
    return true;
  } catch (error) {
    if (!(error instanceof EngineError) || !error.isTaken) throw error;
    return false;
  }
}

/** Answers why the disks of a machine cannot be made. @throws EngineError */
async function makeDisks(context: IncusContext, spec: MachineSpec): Promise<DriverAnswer> {
  for (const disk of dataDisksOf(spec)) {
    const answer = await makeDisk(context, { ...disk, generation: 1, host: spec.host });
    if (answer.state !== 'done') return answer;
  }
  return DONE;
}
