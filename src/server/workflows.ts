import { runPolicyWorkflow } from '#resources/auto-snapshot-policy/workflows/run-policy.ts';
import { changeGuestWorkflow } from '#resources/instance/workflows/change-guest.ts';
import { expireWorkflow } from '#resources/instance/workflows/expire.ts';
import { haltWorkflow } from '#resources/instance/workflows/halt.ts';
import { isolateWorkflow } from '#resources/instance/workflows/isolate.ts';
import { launchWorkflow } from '#resources/instance/workflows/launch.ts';
import {
  rebootWorkflowOf,
  startWorkflowOf,
  stopWorkflowOf,
} from '#resources/instance/workflows/power.ts';
import { releaseLaterWorkflow } from '#resources/instance/workflows/release-later.ts';
import type { InstanceServices } from '#resources/instance/workflows/services.ts';
import { terminateWorkflow } from '#resources/instance/workflows/terminate.ts';
import { unlaunchWorkflow } from '#resources/instance/workflows/unlaunch.ts';
import { destroySnapshotsWorkflow } from '#resources/snapshot/workflows/destroy.ts';
import { expireSnapshotsWorkflow } from '#resources/snapshot/workflows/expire.ts';
import { makeWorkflow } from '#resources/snapshot/workflows/make.ts';
import { restoreSnapshotsWorkflow } from '#resources/snapshot/workflows/restore.ts';
import type { Workflow } from '#workflow/definition.ts';

/** What the steps of all workflows may use to reach the world. */
export type WorkflowServices = InstanceServices;

/** Every workflow the engine may find in the store, one line each. */
export const workflows: ReadonlyArray<Workflow<unknown, WorkflowServices>> = [
  destroySnapshotsWorkflow,
  expireSnapshotsWorkflow,
  makeWorkflow,
  restoreSnapshotsWorkflow,
  runPolicyWorkflow,
  changeGuestWorkflow,
  expireWorkflow,
  haltWorkflow,
  isolateWorkflow,
  launchWorkflow,
  rebootWorkflowOf,
  releaseLaterWorkflow,
  startWorkflowOf,
  stopWorkflowOf,
  terminateWorkflow,
  unlaunchWorkflow,
];
