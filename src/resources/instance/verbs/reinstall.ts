import type { Key } from '#kernel/key.ts';
import { payGrowth } from '../../disk/pay-growth.ts';
import { diskTarget } from '../../disk/targets.ts';
import { systemFacts } from '../../image/system.ts';
import { keyPairFaults } from '../../key-pair/faults.ts';
import { relinkKeyPairs } from '../../key-pair/links.ts';
import { requireKeyPairs } from '../../key-pair/verbs/require-key-pairs.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { begin } from '../begin.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance, InstanceLogin } from '../instance.ts';
import { settleLogin } from '../launch-parts.ts';
import type { LaunchLogin } from '../launch-request.ts';
import { linksOf } from '../links.ts';
import { requireInstances, requireState } from '../require.ts';
import { beginDiskChange } from '../../disk/system-disk.ts';
import { reinstallWorkflow } from '../workflows/reinstall.ts';
import { planReinstall, type ReinstallDisk } from './plan-reinstall.ts';

const STATE_DURING = { 'stop-and-start': 'stopping', start: 'starting', 'as-it-is': null } as const;

/** How one logs in afterwards: as at a launch, or as before. */
export type ReinstallLogin = LaunchLogin | { readonly by: 'what it was' };

export interface Reinstallation extends ReinstallDisk {
  readonly instance: Key<'instance'>;
  readonly region: string | null;
  readonly login: ReinstallLogin;
  readonly hostName?: string | undefined;
  readonly userData?: string | undefined;
  /** What becomes of one that runs, and whether a stopped one is started. */
  readonly running: 'stop-and-start' | 'refuse';
  readonly start?: boolean | undefined;
}

/**
 * Installs the system of an instance anew (seed 004 L20927): everything on its system disk is
 * lost. Answers the key of the system disk afterwards.
 */
export const reinstall = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    planReinstall,
    requireKeyPairs,
    keyPairFaults.notForWindows,
    beginDiskChange,
    payGrowth,
  ],
  async (scope: Scope, request: Reinstallation): Promise<Key<'disk'>> => {
    const [instance] = await requireInstances(scope, [request.instance], request.region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: request.instance });
    requireReinstallable(instance, request);
    const { image, hostName, userData } = request;
    const plan = await planReinstall(scope, instance, request);
    const login = await loginAfter(scope, instance, request);
    const change = await beginDiskChange(scope, instance, plan);
    if (plan.toGiB > plan.disk.sizeGiB) await payGrowth(scope, [plan.disk], plan.toGiB);
    const power = powerOf(instance, request);
    await begin(scope, instance, {
      operation: 'reinstall',
      state: STATE_DURING[power] ?? instance.state,
      workflow: reinstallWorkflow,
      also: [diskTarget(plan.disk.key)],
      input: {
        key: instance.key,
        power,
        mode: 'soft-then-hard',
        disk: change,
        wish: {
          image: image.key,
          system: systemFacts(image),
          login: login.settled,
          ...(hostName === undefined ? {} : { hostName }),
          ...(userData === undefined ? {} : { userData }),
        },
        keyPairsBefore: login.keyPairsBefore,
      },
    });
    return change.newDisk ?? plan.disk.key;
  },
);

function powerOf({ state }: Instance, { start = false }: Reinstallation) {
  if (state === 'running') return 'stop-and-start';
  return start ? 'start' : 'as-it-is';
}

/** Also one whose last reinstallation failed: this is what helps it (seed 004 L40317). */
function requireReinstallable(instance: Instance, { running }: Reinstallation): void {
  const { key, state, stopMode, fault } = instance;
  const isBroken = fault === 'reinstall-failed';
  requireState(isBroken ? { ...instance, fault: null } : instance, 'reinstall', 'reinstall');
  if (state === 'running' && running === 'refuse') {
    throw instanceFaults.wrongState({ instance: key, state });
  }
  if (state === 'stopped' && stopMode === 'stop-charging') {
    throw instanceFaults.stoppedWithoutCharge({ instance: key });
  }
}

interface LoginAfter {
  readonly settled: InstanceLogin;
  readonly keyPairsBefore: readonly string[];
}

/**
 * The instance shows its key pairs at once, so that none of these is deleted meanwhile; a
 * reinstallation that fails brings back those of before.
 */
async function loginAfter(
  scope: Scope,
  instance: Instance,
  { login, image }: Reinstallation,
): Promise<LoginAfter> {
  const { key, region } = instance;
  const links = (await linksOf(scope.db, [key]))(key);
  const keyPairsBefore = links.keyPairs.map((pair) => pair.key);
  if (login.by === 'what it was') return { settled: instance.login, keyPairsBefore };
  const keyPairs = login.by === 'key-pairs' ? login.keyPairs : [];
  if (keyPairs.length > 0) {
    if (image.osFamily === 'windows') throw keyPairFaults.notForWindows();
    await requireKeyPairs(scope, { keys: keyPairs, region });
  }
  await relinkKeyPairs(scope.db, [key], keyPairs);
  return { settled: await settleLogin(scope, login, { keys: [key], image }), keyPairsBefore };
}
