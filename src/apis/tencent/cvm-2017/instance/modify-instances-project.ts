// https://cloud.tencent.com/document/api/213/9380 (seed 004 L46484)
import { action } from '#apis/context.ts';
import { changeAttributes } from '#resources/instance/verbs/change-attributes.ts';
import { projectFaults } from '#resources/project/faults.ts';
import { integer } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import { instancesMeant } from '../../structs/instance/instance-ids.ts';

/**
 * Moves instances to another project: all of them, or none. They leave their security groups, which
 * belong to projects in this generation (L46511).
 */
export const modifyInstancesProject = action.write({
  name: 'ModifyInstancesProject',
  input: overlay(instancesMeant, {
    ProjectId: integer({ required: true, min: 0, reasons: { range: projectFaults.notFound } }),
  }),
  handle: (context, { InstanceIds: keys, ProjectId: project }) =>
    changeAttributes(context, {
      keys,
      region: context.region,
      operation: 'change-project',
      change: { project, securityGroups: [] },
    }),
});
