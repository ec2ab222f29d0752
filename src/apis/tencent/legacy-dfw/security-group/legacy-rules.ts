import type { WriteContext } from '#apis/context.ts';
import type { Key } from '#kernel/key.ts';
import { parameterTemplateFaults } from '#resources/parameter-template/faults.ts';
import { parseTencentId, tencentId } from '../../ids.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import type { SecurityGroup } from '#resources/security-group/security-group.ts';
import { getSecurityGroup } from '#resources/security-group/verbs/get-security-group.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import type {
  Peer,
  RuleSpec,
  SecurityGroupRule,
  TemplateRef,
} from '#resources/security-group-rule/rule.ts';
import { id, integer, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import {
  actionPattern,
  portPattern,
  portText,
  protocolPattern,
  specOf,
} from '../../structs/security-group-rule/policy-content.ts';

/** A rule without a peer is for everybody (seed 004 L56043). */
const everybody = '0.0.0.0/0';

/** The group of a request about rules. */
export const groupMeant = id('security-group', {
  required: true,
  reasons: { malformed: securityGroupFaults.malformed },
});
/** A stale one is refused, none is not compared (seed 004 L56676). */
export const version = integer({ min: 0, reasons: faults.versionMalformed });
export const direction = string({
  required: true,
  values: ['ingress', 'egress'],
  reasons: { value: faults.directionUnknown },
});

/** A rule as it is given: whatever is wrong with it has one code (L56308). */
export const policyAsked = structure({
  ipProtocol: string({ pattern: protocolPattern, reasons: faults.protocolUnknown }),
  cidrIp: string({ pattern: /^[0-9./]+$/, reasons: faults.blockMalformed }),
  sgId: id('security-group', { reasons: { malformed: securityGroupFaults.malformed } }),
  addressModule: string({ max: 64, reasons: parameterTemplateFaults.malformed, idOf: 'addresses' }),
  portRange: string({ pattern: portPattern, reasons: faults.portsMalformed }),
  serviceModule: string({ max: 64, reasons: parameterTemplateFaults.malformed, idOf: 'services' }),
  desc: string({ max: 50, reasons: faults.descriptionTooLong }),
  action: string({ pattern: actionPattern, reasons: faults.actionUnknown }),
});

/** The rule that is meant. @throws Fault where it is none */
export function legacySpec(given: InferIn<typeof policyAsked>, account: string): RuleSpec {
  return specOf(
    {
      protocol: given.ipProtocol,
      port: given.portRange,
      cidr: given.cidrIp,
      group: given.sgId,
      addressTemplate: templateOf(given.addressModule, ['addresses', 'address-group']),
      serviceTemplate: templateOf(given.serviceModule, ['services', 'service-group']),
      action: given.action,
      description: given.desc,
    },
    account,
  );
}

/** A template, or a group of them (L56087). @throws parameter-template.malformed */
function templateOf(
  text: string | undefined,
  kinds: ReadonlyArray<TemplateRef['kind']>,
): TemplateRef | undefined {
  if (text === undefined || text === '') return undefined;
  for (const kind of kinds) {
    const parsed = parseTencentId(kind, text);
    if (parsed !== 'malformed') return { kind, key: parsed.key };
  }
  throw parameterTemplateFaults.malformed();
}

/** A rule of an answer: what it does not look at is not there (L56043). */
export const policyShown = structure({
  index: integer(),
  ipProtocol: string({ optional: true }),
  cidrIp: string({ optional: true }),
  sgId: id('security-group', { optional: true }),
  addressModule: string({ optional: true }),
  serviceModule: string({ optional: true }),
  portRange: string({ optional: true }),
  desc: string(),
  action: string(),
  version: integer(),
});

/** Rules of one direction in the vendor's words. */
export function shownRules(rules: readonly SecurityGroupRule[], { version: of }: SecurityGroup) {
  return rules.map(({ protocol, ports, peer, service, action, description: desc }, index) => ({
    index,
    ...(service !== undefined && { serviceModule: tencentId(service.kind, service.key) }),
    ...(protocol !== 'all' && { ipProtocol: protocol }),
    ...shownPeer(peer),
    ...(ports.length > 0 && { portRange: portText(ports) }),
    desc,
    action: action.toUpperCase(),
    version: of,
  }));
}

function shownPeer(peer: Peer) {
  if (peer.kind === 'group') return { sgId: peer.group };
  if (peer.kind === 'template') {
    return { addressModule: tencentId(peer.template.kind, peer.template.key) };
  }
  // Prefix lists are of the other vendor alone.
  if (peer.kind === 'prefix-list') return { cidrIp: '' };
  return peer.cidr === everybody ? {} : { cidrIp: peer.cidr };
}

/** A group whose rules or name may be changed. @throws security-group.isDefault (L56306) */
export async function changeableGroup(
  context: WriteContext,
  key: Key<'security-group'>,
): Promise<SecurityGroup> {
  const group = await getSecurityGroup(context, { region: context.region, group: key });
  if (group.isDefault) throw securityGroupFaults.isDefault({ 'security-group': key });
  return group;
}
