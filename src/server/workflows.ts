import { runPolicyWorkflow } from '#resources/auto-snapshot-policy/workflows/run-policy.ts';
import { expireHostWorkflow } from '#resources/dedicated-host/workflows/expire.ts';
import { makeHostWorkflow } from '#resources/dedicated-host/workflows/make.ts';
import { releaseHostWorkflow } from '#resources/dedicated-host/workflows/release-later.ts';
import type { HostServices } from '#resources/dedicated-host/workflows/services.ts';
import { attachWorkflowOf } from '#resources/disk/workflows/attach.ts';
import { createWorkflowOf } from '#resources/disk/workflows/create.ts';
import { deleteWorkflowOf } from '#resources/disk/workflows/delete.ts';
import { detachWorkflowOf } from '#resources/disk/workflows/detach.ts';
import { expireDiskWorkflow } from '#resources/disk/workflows/expire.ts';
import { isolateDiskWorkflow } from '#resources/disk/workflows/isolate.ts';
import { runTaskWorkflow } from '#resources/command/workflows/run-task.ts';
import { releaseDiskWorkflow } from '#resources/disk/workflows/release-later.ts';
import { resizeWorkflowOf } from '#resources/disk/workflows/resize.ts';
import { restoreWorkflowOf } from '#resources/disk/workflows/restore.ts';
import { expireAddressWorkflow } from '#resources/elastic-address/workflows/expire.ts';
import { dailyBackupWorkflow } from '#resources/disk-backup/workflows/daily.ts';
import { makeBackupWorkflow } from '#resources/disk-backup/workflows/make-backup.ts';
import { copyImageWorkflow } from '#resources/image/workflows/copy-image.ts';
import { createImageWorkflow } from '#resources/image/workflows/create-image.ts';
import { destroyImageWorkflow } from '#resources/image/workflows/destroy-image.ts';
import { exportImageWorkflow } from '#resources/image/workflows/export-image.ts';
import { importImageWorkflow } from '#resources/image/workflows/import-image.ts';
import { changeBandwidthWorkflow } from '#resources/instance/workflows/change-bandwidth.ts';
import { changeGuestWorkflow } from '#resources/instance/workflows/change-guest.ts';
import { changeTypeWorkflow } from '#resources/instance/workflows/change-type.ts';
import { convertSystemWorkflow } from '#resources/instance/workflows/convert-system.ts';
import { expireWorkflow } from '#resources/instance/workflows/expire.ts';
import { haltWorkflow } from '#resources/instance/workflows/halt.ts';
import { isolateWorkflow } from '#resources/instance/workflows/isolate.ts';
import { launchWorkflow } from '#resources/instance/workflows/launch.ts';
import {
  rebootWorkflowOf,
  startWorkflowOf,
  stopWorkflowOf,
} from '#resources/instance/workflows/power.ts';
import { readdressWorkflow } from '#resources/instance/workflows/readdress.ts';
import { reinitDiskWorkflow } from '#resources/instance/workflows/reinit-disk.ts';
import { repairDueWorkflow, repairWorkflow } from '#resources/instance/workflows/repair.ts';
import { reinstallWorkflow } from '#resources/instance/workflows/reinstall.ts';
import { releaseLaterWorkflow } from '#resources/instance/workflows/release-later.ts';
import { enterRescueWorkflow, leaveRescueWorkflow } from '#resources/instance/workflows/rescue.ts';
import { resizeDiskWorkflow } from '#resources/instance/workflows/resize-disk.ts';
import type { InstanceServices } from '#resources/instance/workflows/services.ts';
import { terminateWorkflow } from '#resources/instance/workflows/terminate.ts';
import { watchSpotWorkflow } from '#resources/instance/workflows/watch-spot.ts';
import { unlaunchWorkflow } from '#resources/instance/workflows/unlaunch.ts';
import {
  attachInterfaceWorkflow,
  detachInterfaceWorkflow,
  migrateInterfaceWorkflow,
} from '#resources/network-interface/workflows/attachment.ts';
import { destroySnapshotsWorkflow } from '#resources/snapshot/workflows/destroy.ts';
import { expireSnapshotsWorkflow } from '#resources/snapshot/workflows/expire.ts';
import { makeWorkflow } from '#resources/snapshot/workflows/make.ts';
import { restoreSnapshotsWorkflow } from '#resources/snapshot/workflows/restore.ts';
import type { Workflow } from '#workflow/definition.ts';

/** What the steps of all workflows may use to reach the world. */
export type WorkflowServices = InstanceServices & HostServices;

/** Every workflow the engine may find in the store, one line each. */
export const workflows: ReadonlyArray<Workflow<unknown, WorkflowServices>> = [
  destroySnapshotsWorkflow,
  expireSnapshotsWorkflow,
  dailyBackupWorkflow,
  makeBackupWorkflow,
  makeWorkflow,
  restoreSnapshotsWorkflow,
  runPolicyWorkflow,
  runTaskWorkflow,
  copyImageWorkflow,
  createImageWorkflow,
  destroyImageWorkflow,
  exportImageWorkflow,
  importImageWorkflow,
  attachInterfaceWorkflow,
  attachWorkflowOf,
  changeBandwidthWorkflow,
  changeGuestWorkflow,
  changeTypeWorkflow,
  convertSystemWorkflow,
  createWorkflowOf,
  deleteWorkflowOf,
  detachInterfaceWorkflow,
  detachWorkflowOf,
  enterRescueWorkflow,
  expireAddressWorkflow,
  expireDiskWorkflow,
  expireHostWorkflow,
  expireWorkflow,
  haltWorkflow,
  isolateDiskWorkflow,
  isolateWorkflow,
  launchWorkflow,
  makeHostWorkflow,
  leaveRescueWorkflow,
  migrateInterfaceWorkflow,
  readdressWorkflow,
  rebootWorkflowOf,
  reinitDiskWorkflow,
  repairDueWorkflow,
  repairWorkflow,
  reinstallWorkflow,
  releaseDiskWorkflow,
  releaseHostWorkflow,
  releaseLaterWorkflow,
  resizeDiskWorkflow,
  resizeWorkflowOf,
  restoreWorkflowOf,
  startWorkflowOf,
  stopWorkflowOf,
  terminateWorkflow,
  unlaunchWorkflow,
  watchSpotWorkflow,
];
