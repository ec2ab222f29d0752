import type { TemplateKind } from '#resources/parameter-template/parameter-template.ts';
import { parameterTemplateFaults } from '#resources/parameter-template/faults.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import type {
  Direction,
  RuleSpec,
  SecurityGroupRule,
  TemplateRef,
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

function templateId(kind: TemplateKind) {
  return id(kind, { empty: 'absent', reasons: { malformed: parameterTemplateFaults.malformed } });
}

const AddressTemplate = {
  fields: { AddressId: templateId('addresses'), AddressGroupId: templateId('address-group') },
} as const;
const ServiceTemplate = {
  fields: { ServiceId: templateId('services'), ServiceGroupId: templateId('service-group') },
} as const;

const policyAsked = overlay(securityGroupPolicy, {
  AddressTemplate,
  ServiceTemplate,
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
  AddressTemplate: { fields: { AddressId: string() } },
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
      addressTemplate:
        templateOf('addresses', address?.AddressId) ??
        templateOf('address-group', address?.AddressGroupId),
      serviceTemplate:
        templateOf('services', service?.ServiceId) ??
        templateOf('service-group', service?.ServiceGroupId),
      action: policy.Action,
      description: policy.PolicyDescription,
    },
    account,
  );
}

function templateOf(kind: TemplateKind, key: string | undefined): TemplateRef | undefined {
  return key === undefined ? undefined : { kind, key };
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
  const { service } = rule;
  const address = peer.kind === 'template' ? peer.template : undefined;
  return {
    PolicyIndex: index,
    // A service stands in the place of both: Terraform's provider sends a rule as it was shown.
    ...(service === undefined ? wayShown(protocol, ports) : { Protocol: '', Port: '' }),
    ServiceTemplate: {
      ServiceId: idShown('services', service),
      ServiceGroupId: idShown('service-group', service),
    },
    CidrBlock: peer.kind === 'ipv4' ? peer.cidr : '',
    Ipv6CidrBlock: peer.kind === 'ipv6' ? peer.cidr : '',
    SecurityGroupId: peer.kind === 'group' ? tencentId('security-group', peer.group) : '',
    AddressTemplate: {
      AddressId: idShown('addresses', address),
      AddressGroupId: idShown('address-group', address),
    },
    Action: rule.action.toUpperCase(),
    PolicyDescription: rule.description,
    ModifyTime: rule.modifiedAt,
    Priority: index,
  };
}

function wayShown(protocol: SecurityGroupRule['protocol'], ports: SecurityGroupRule['ports']) {
  return {
    Protocol: protocol === 'all' ? 'ALL' : protocol,
    Port: portText(ports) || 'ALL',
  };
}

/** The id of a template of the kind; "" where it is another, or none. */
function idShown(kind: TemplateKind, template: TemplateRef | undefined): string {
  return template?.kind === kind ? tencentId(kind, template.key) : '';
}
