import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import type {
  Direction,
  RuleSpec,
  SecurityGroupRule,
} from '#resources/security-group-rule/rule.ts';
import type { RuleLists } from '#resources/security-group-rule/verbs/list-rules.ts';
import { id, integer, string, time } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { tencentId } from '../../ids.ts';
import { securityGroupPolicy } from '../../vpc/models/security-group-policy.ts';
import { securityGroupPolicySet } from '../../vpc/models/security-group-policy-set.ts';
import { actionPattern, portPattern, portText, protocolPattern, specOf } from './policy-content.ts';

const place = integer({ min: 0, reasons: faults.indexOutOfRange });

/** A template of addresses, whose id is called as that of an elastic address. */
const AddressTemplate = { fields: { AddressId: string({ max: 64 }) } } as const;

const policyAsked = overlay(securityGroupPolicy, {
  AddressTemplate,
  PolicyIndex: place,
  Protocol: { empty: 'absent', pattern: protocolPattern, reasons: faults.protocolUnknown },
  Port: { empty: 'absent', pattern: portPattern, reasons: faults.portsMalformed },
  CidrBlock: { empty: 'absent', pattern: /^[0-9./]+$/, reasons: faults.blockMalformed },
  Ipv6CidrBlock: { empty: 'absent', pattern: /:/, reasons: faults.blockMalformed },
  SecurityGroupId: id('security-group', {
    empty: 'absent',
    reasons: { malformed: securityGroupFaults.malformed },
  }),
  Action: { empty: 'absent', pattern: actionPattern, reasons: faults.actionUnknown },
  PolicyDescription: { empty: 'kept', max: 100, reasons: faults.descriptionTooLong },
  // A rule may be sent as it was shown.
  ModifyTime: { deprecated: true },
  Priority: place,
});

/** SecurityGroupPolicySet of an input. It may be sent as it was shown. */
export const policySetAsked = overlay(securityGroupPolicySet, {
  Version: integer({ min: 0, asString: true, empty: 'absent', reasons: faults.versionMalformed }),
  Ingress: { item: policyAsked, max: 200, reasons: { count: faults.tooManyNamed } },
  Egress: { item: policyAsked, max: 200, reasons: { count: faults.tooManyNamed } },
  PolicyStatistics: { deprecated: true },
});

/** The same of an answer. A field that is not for a rule is "", which clients compare. */
const policyShown = overlay(securityGroupPolicy, {
  AddressTemplate,
  SecurityGroupId: string(),
  ModifyTime: time({ form: 'spaced' }),
});
export const policySetShown = overlay(securityGroupPolicySet, {
  Ingress: { item: policyShown },
  Egress: { item: policyShown },
});

type PolicySet = InferIn<typeof policySetAsked>;
export type Policy = InferIn<typeof policyAsked>;

/** The rules of the one direction that a request is about. @throws Fault for both or none */
export function oneDirection({ Ingress = [], Egress = [] }: Partial<PolicySet>): {
  readonly direction: Direction;
  readonly policies: readonly Policy[];
} {
  if (Ingress.length > 0 && Egress.length > 0) throw faults.directionsMixed();
  if (Ingress.length + Egress.length === 0) throw faults.noneGiven();
  return Ingress.length > 0
    ? { direction: 'ingress', policies: Ingress }
    : { direction: 'egress', policies: Egress };
}

/** The rule that a policy means. @throws Fault as `specOf` */
export function policySpec(policy: Policy, { account }: { readonly account: string }): RuleSpec {
  const { AddressTemplate: address, ServiceTemplate: service } = policy;
  return specOf(
    {
      protocol: policy.Protocol,
      port: policy.Port,
      cidr: policy.CidrBlock,
      cidr6: policy.Ipv6CidrBlock,
      group: policy.SecurityGroupId,
      addressTemplate: templateOf(address?.AddressId, address?.AddressGroupId),
      serviceTemplate: templateOf(service?.ServiceId, service?.ServiceGroupId),
      action: policy.Action,
      description: policy.PolicyDescription,
    },
    account,
  );
}

function templateOf(one: string | undefined, group: string | undefined): string {
  return [one, group].filter((text) => text !== undefined && text !== '').join(' ');
}

/** The rules of a group in the vendor's words; those for which `shows` is false are left out. */
export function shownPolicySet(
  { group, ingress, egress }: RuleLists,
  shows: (rule: SecurityGroupRule) => boolean = () => true,
) {
  const shown = (rules: readonly SecurityGroupRule[]) =>
    rules.flatMap((rule, index) => (shows(rule) ? [shownPolicy(rule, index)] : []));
  const count = (rules: readonly SecurityGroupRule[], isSixth: boolean) =>
    rules.filter(({ peer }) => (peer.kind === 'ipv6') === isSixth).length;
  return {
    Version: String(group.version),
    Egress: shown(egress),
    Ingress: shown(ingress),
    PolicyStatistics: {
      IngressIPv4TotalCount: count(ingress, false),
      IngressIPv6TotalCount: count(ingress, true),
      EgressIPv4TotalCount: count(egress, false),
      EgressIPv6TotalCount: count(egress, true),
    },
  };
}

function shownPolicy({ protocol, ports, peer, ...rule }: SecurityGroupRule, index: number) {
  return {
    PolicyIndex: index,
    Protocol: protocol === 'all' ? 'ALL' : protocol,
    Port: portText(ports) || 'ALL',
    ServiceTemplate: { ServiceId: '', ServiceGroupId: '' },
    CidrBlock: peer.kind === 'ipv4' ? peer.cidr : '',
    Ipv6CidrBlock: peer.kind === 'ipv6' ? peer.cidr : '',
    SecurityGroupId: peer.kind === 'group' ? tencentId('security-group', peer.group) : '',
    AddressTemplate: { AddressId: '', AddressGroupId: '' },
    Action: rule.action.toUpperCase(),
    PolicyDescription: rule.description,
    ModifyTime: rule.modifiedAt,
    Priority: index,
  };
}
