import type { ServerState } from '#resources/hosted-server/hosted-server.ts';

interface Words {
  readonly state: string;
  /** What is refused meanwhile. */
  readonly denied: readonly string[];
}

const NETWORKS = ['RemoveChcAssistVpc', 'RemoveChcDeployVpc'];

/**
 * InstanceState (seed 004 L35918-35935), and what is denied in it. The sample of
 * DescribeChcDeniedActions (L22940) denies ConfigureChcAssistVpc in INIT, where it alone is of use:
 * it is taken for a slip.
 */
export const chcStates: Readonly<Record<ServerState, Words>> = {
  new: { state: 'INIT', denied: ['ConfigureChcDeployVpc', ...NETWORKS, 'RunInstances'] },
  managed: {
    state: 'READY',
    denied: ['ConfigureChcAssistVpc', 'RemoveChcDeployVpc', 'RunInstances'],
  },
  ready: { state: 'PREPARED', denied: ['ConfigureChcAssistVpc', 'ConfigureChcDeployVpc'] },
  'in-use': {
    state: 'ONLINE',
    denied: ['ConfigureChcAssistVpc', 'ConfigureChcDeployVpc', ...NETWORKS, 'RunInstances'],
  },
};

/** Those that a filter may name: nothing here takes its time, or fails to be cleared. */
export const chcStateNames = [
  ...Object.values(chcStates).map(({ state }) => state),
  'OPERATING',
  'CLEAR_NETWORK_FAILED',
];
