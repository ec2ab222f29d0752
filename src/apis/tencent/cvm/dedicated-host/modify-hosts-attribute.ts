// https://cloud.tencent.com/document/api/213/17669 (seed 004 L21579)
import { action } from '#apis/context.ts';
import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { changeDedicatedHosts } from '#resources/dedicated-host/verbs/change-hosts.ts';
import { projectFaults } from '#resources/project/faults.ts';
import { renewals } from '../../structs/instance/words.ts';
import * as model from '../models/modify-hosts-attribute.ts';
import { hostIds } from './host-fields.ts';

/**
 * Changes hosts, all or none. Of HostName and RenewFlag one at most is given (L21583); the page
 * wants one of them, and clients send ProjectId alone, which stands beside them.
 */
export const modifyHostsAttribute = action.write({
  model,
  input: {
    HostIds: hostIds,
    HostName: { max: 60, reasons: { length: dedicatedHostFaults.nameTooLong } },
    RenewFlag: { values: renewals.names },
    ProjectId: { min: 0, reasons: { range: projectFaults.notFound } },
  },
  rules: [
    { rule: 'exclusive', fields: ['HostName', 'RenewFlag'] },
    { rule: 'one-of', fields: ['HostName', 'RenewFlag', 'ProjectId'] },
  ],
  handle: (context, { HostIds: keys, HostName: name, RenewFlag, ProjectId: project }) =>
    changeDedicatedHosts(context, {
      keys,
      region: context.region,
      name,
      project,
      renewal: RenewFlag === undefined ? undefined : renewals.neutral(RenewFlag),
    }),
});
