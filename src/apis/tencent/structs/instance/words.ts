import type {
  ChargeType,
  Instance,
  InternetAccess,
  Operation,
  OperationState,
  Prepaid,
} from '#resources/instance/instance.ts';
import type { InstanceState } from '#resources/instance/states.ts';
import { bothWays } from '../../../both-ways.ts';

interface StateWords {
  /** InstanceState (seed 004 L37351-37386). */
  readonly state: string;
  /** What stands in UnsupportedOperation.InstanceState<X> (L40317-40368). */
  readonly refusal: string;
}

/** Total: what is being made is PENDING, what is in the recycle bin SHUTDOWN (L37174, L40358). */
export const stateWords: Readonly<Record<InstanceState, StateWords>> = {
  creating: { state: 'PENDING', refusal: 'Pending' },
  booting: { state: 'PENDING', refusal: 'Pending' },
  running: { state: 'RUNNING', refusal: 'Running' },
  stopping: { state: 'STOPPING', refusal: 'Stopping' },
  stopped: { state: 'STOPPED', refusal: 'Stopped' },
  starting: { state: 'STARTING', refusal: 'Starting' },
  rebooting: { state: 'REBOOTING', refusal: 'Rebooting' },
  recycled: { state: 'SHUTDOWN', refusal: 'Shutdown' },
  terminating: { state: 'TERMINATING', refusal: 'Terminating' },
  'launch-failed': { state: 'LAUNCH_FAILED', refusal: 'LaunchFailed' },
  'entering-rescue': { state: 'ENTER_RESCUE_MODE', refusal: 'EnterRescueMode' },
  rescue: { state: 'RESCUE_MODE', refusal: 'RescueMode' },
  'leaving-rescue': { state: 'EXIT_RESCUE_MODE', refusal: 'ExitRescueMode' },
};

/** Every InstanceState that can be asked for (L37351-37386); nobody's machine is migrated. */
export const stateNames = [
  'PENDING',
  'LAUNCH_FAILED',
  'RUNNING',
  'STOPPED',
  'STARTING',
  'STOPPING',
  'REBOOTING',
  'SHUTDOWN',
  'TERMINATING',
  'ENTER_RESCUE_MODE',
  'RESCUE_MODE',
  'EXIT_RESCUE_MODE',
  'ENTER_SERVICE_LIVE_MIGRATE',
  'SERVICE_LIVE_MIGRATE',
  'EXIT_SERVICE_LIVE_MIGRATE',
] as const;

const statesByName = Map.groupBy(
  Object.keys(stateWords) as readonly InstanceState[],
  (state) => stateWords[state].state,
);

/** The neutral states behind an InstanceState; none where no instance is ever in it. */
export function statesNamed(name: string): readonly InstanceState[] {
  return statesByName.get(name) ?? [];
}

/** InstanceChargeType (L8586-8600), in the order of the page. */
export const chargeTypes = bothWays({
  prepaid: 'PREPAID',
  postpaid: 'POSTPAID_BY_HOUR',
  'dedicated-host': 'CDHPAID',
  spot: 'SPOTPAID',
} as const satisfies Readonly<Record<ChargeType, string>>);

/** All there are; CDCPAID needs a dedicated cluster, which nobody has. */
export const chargeTypeNames = [...chargeTypes.names, 'CDCPAID'] as const;

/** InternetChargeType (L37620-37636). */
export const internetChargeTypes = bothWays({
  'bandwidth-prepaid': 'BANDWIDTH_PREPAID',
  traffic: 'TRAFFIC_POSTPAID_BY_HOUR',
  'bandwidth-hourly': 'BANDWIDTH_POSTPAID_BY_HOUR',
  'bandwidth-package': 'BANDWIDTH_PACKAGE',
} as const satisfies Readonly<Record<InternetAccess['chargeType'], string>>);

/** RenewFlag (L37258-37270). */
export const renewals = bothWays({
  auto: 'NOTIFY_AND_AUTO_RENEW',
  manual: 'NOTIFY_AND_MANUAL_RENEW',
  off: 'DISABLE_NOTIFY_AND_MANUAL_RENEW',
} as const satisfies Readonly<Record<Prepaid['renewal'], string>>);

/** LatestOperation: the name of the action (L37105), also where the other vendor's was called. */
export const operationWords: Readonly<Record<Operation, string>> = {
  launch: 'RunInstances',
  start: 'StartInstances',
  stop: 'StopInstances',
  reboot: 'RebootInstances',
  terminate: 'TerminateInstances',
  renew: 'RenewInstances',
  'reset-password': 'ResetInstancesPassword',
  'change-attributes': 'ModifyInstancesAttribute',
  'change-project': 'ModifyInstancesProject',
  'change-renewal': 'ModifyInstancesRenewFlag',
  'change-bandwidth': 'ResetInstancesInternetMaxBandwidth',
  'bind-key-pairs': 'AssociateInstancesKeyPairs',
  'unbind-key-pairs': 'DisassociateInstancesKeyPairs',
  'join-group': 'AssociateSecurityGroups',
  'leave-group': 'DisassociateSecurityGroups',
  reinstall: 'ResetInstance',
  'resize-disk': 'ResizeInstanceDisks',
  'change-network': 'ModifyInstancesVpcAttribute',
  'change-medium': 'ModifyInstanceDiskType',
  'change-type': 'ResetInstancesType',
  'change-charge-type': 'ModifyInstancesChargeType',
  'enter-rescue': 'EnterRescueMode',
  'leave-rescue': 'ExitRescueMode',
  convert: 'ConvertOperatingSystems',
  'create-image': 'CreateImage',
  repair: 'RepairTaskControl',
  'program-fpga': 'ProgramFpgaImage',
};

/** LatestOperationState (L37113). */
export const operationStateWords: Readonly<Record<OperationState, string>> = {
  operating: 'OPERATING',
  success: 'SUCCESS',
  failed: 'FAILED',
};

/** IsolatedSource (L37174-37184). */
export const isolationWords: Readonly<Record<NonNullable<Instance['isolatedBy']>, string>> = {
  user: 'MANMADE',
  expiry: 'EXPIRE',
  arrears: 'ARREAR',
};
