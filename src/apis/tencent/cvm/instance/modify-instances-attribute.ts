// https://cloud.tencent.com/document/api/213/15739 (seed 004 L15637)
import { inWords } from '#apis/said.ts';
import { action, type WriteContext } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { hostNameIssue } from '#resources/instance/host-name.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changeAttributes, type Attributes } from '#resources/instance/verbs/change-attributes.ts';
import { changeGuests } from '#resources/instance/verbs/change-guests.ts';
import { guestSystems } from '#resources/instance/verbs/guest-systems.ts';
import { roleFaults } from '#resources/role/faults.ts';
import { requireRole } from '#resources/role/require-role.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { id, list } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import * as model from '../models/modify-instances-attribute.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import {
  hostNameCharactersMax,
  instanceNameModifiedCharactersMax,
} from '../../structs/instance/names.ts';
import { userDataOf } from '../../structs/instance/extras.ts';

/** A request names one of these (L15641). */
const attributes = [
  'InstanceName',
  'UserData',
  'SecurityGroups',
  'CamRoleName',
  'HostName',
  'DisableApiTermination',
  'EnableJumboFrame',
];

const group = id('security-group', { reasons: { malformed: securityGroupFaults.malformed } });

const request = overlay(
  model.request,
  {
    InstanceIds: instanceIdsMeant,
    InstanceName: {
      max: instanceNameModifiedCharactersMax,
      reasons: { length: launchFaults.nameTooLong },
    },
    SecurityGroups: list(group),
    CamRoleName: { pattern: /^[\w+=,.@-]{0,128}$/, reasons: { pattern: roleFaults.malformed } },
    // Roles are configured by name alone: their type decides nothing.
    CamRoleType: { values: ['user', 'system', 'service_linked'], deprecated: true },
    HostName: { max: 128, reasons: { length: launchFaults.hostNameMalformed } },
    AutoReboot: { default: true },
  },
  {
    rules: [
      someInstanceIds,
      { rule: 'one-of', fields: attributes },
      { rule: 'exclusive', fields: attributes, reason: instanceFaults.severalAttributes },
    ],
  },
);

type Input = InferIn<typeof request>;

/** Changes one attribute of instances: of all of them, or none. */
export const modifyInstancesAttribute = action.write({
  model,
  input: request,
  handle: async (context, input) => {
    const which = { keys: input.InstanceIds, region: context.region };
    if (input.HostName !== undefined) {
      await renameHosts(context, input, input.HostName);
      return {};
    }
    const change = changeOf(input);
    await changeAttributes(context, {
      ...which,
      operation: 'change-attributes',
      change,
      timerForbidsProtection: true,
    });
    if (typeof change.role === 'string') {
      await requireRole(context, context.vendor, change.role);
    }
    if (input.EnableJumboFrame !== undefined) {
      const message = 'EnableJumboFrame cannot be set for the type of the instance.';
      throw launchFaults.jumboFrameNotForType({ message });
    }
  },
});

function changeOf(input: Input): Attributes {
  const { InstanceName, UserData, SecurityGroups = [], CamRoleName } = input;
  const { DisableApiTermination } = input;
  return {
    ...(InstanceName === undefined ? {} : { name: InstanceName === '' ? null : InstanceName }),
    ...(UserData === undefined ? {} : { userData: UserData === '' ? null : userDataOf(UserData) }),
    ...(SecurityGroups.length === 0 ? {} : { securityGroups: SecurityGroups }),
    ...(CamRoleName === undefined ? {} : { role: CamRoleName === '' ? null : CamRoleName }),
    ...(DisableApiTermination === undefined ? {} : { protected: DisableApiTermination }),
  };
}

/** A running guest is rebooted, unless that is left to its owner (L15651, L15770). */
async function renameHosts(context: WriteContext, input: Input, hostName: string): Promise<void> {
  const { region } = context;
  const { InstanceIds: keys, AutoReboot } = input;
  for (const { isWindows: windows } of await guestSystems(context, { keys, region })) {
    const issue = hostNameIssue(hostName, { windows, charactersMax: hostNameCharactersMax });
    if (issue === undefined) continue;
    throw launchFaults.hostNameMalformed({
      message: `The HostName is not allowed: ${inWords(issue)}.`,
    });
  }
  await changeGuests(context, {
    keys,
    region,
    operation: 'change-attributes',
    wish: { hostName },
    running: AutoReboot ? 'reboot' : 'as-it-is',
    mode: 'soft-then-hard',
    refusesWithoutCharge: true,
  });
}
