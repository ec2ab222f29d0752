// https://cloud.tencent.com/document/api/215/15804, models/tencent/vpc.json.
import type { SecurityGroupRule } from '#resources/security-group-rule/rule.ts';
import { listRules } from '#resources/security-group-rule/verbs/list-rules.ts';
import { action } from '../../../context.ts';
import { tencentId } from '../../ids.ts';
import { asks } from '../../structs/filters.ts';
import { portText } from '../../structs/security-group-rule/policy-content.ts';
import { policySetShown, shownPolicySet } from '../../structs/security-group-rule/policy-set.ts';
import { filteredId, vpcFiltersWithoutTags, vpcId } from '../listing.ts';
import * as model from '../models/describe-security-group-policies.ts';

const filters = vpcFiltersWithoutTags({
  'security-group-id': asks('group', filteredId('security-group')),
  ip: asks('ip'),
  'address-module': asks('addresses'),
  'service-module': asks('services'),
  'protocol-type': asks('protocol'),
  port: asks('port'),
  poly: asks('action'),
  direction: asks('direction'),
  description: asks('description'),
});
type Query = ReturnType<typeof filters.read>;

const directions = { inbound: 'ingress', outbound: 'egress' } as const;

/** Whether a rule has one of the values; ALL is any action, direction and port. */
const tests: {
  readonly [N in keyof Query]: (rule: SecurityGroupRule, value: string) => boolean;
} = {
  group: ({ peer }, value) => peer.kind === 'group' && peer.group === value,
  ip: ({ peer }, value) => 'cidr' in peer && peer.cidr.includes(value),
  addresses: ({ peer }, value) =>
    peer.kind === 'template' && tencentId(peer.template.kind, peer.template.key) === value,
  services: ({ service }, value) =>
    service !== undefined && tencentId(service.kind, service.key) === value,
  protocol: ({ protocol }, value) => protocol === value.toLowerCase(),
  port: ({ ports }, value) => isAll(value) || portText(ports).includes(value),
  action: (rule, value) => isAll(value) || rule.action === value.toLowerCase(),
  direction: ({ direction }, value) =>
    isAll(value) ||
    Object.entries(directions).some(([name, own]) => {
      return name === value.toLowerCase() && own === direction;
    }),
  description: ({ description }, value) => description.includes(value),
};

function isAll(value: string): boolean {
  return value.toLowerCase() === 'all';
}

export const describeSecurityGroupPolicies = action.read({
  model,
  input: {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
    Filters: filters.shape,
  },
  output: { SecurityGroupPolicySet: policySetShown },
  handle: async (context, { SecurityGroupId: group, Filters }) => {
    const { region } = context;
    const query: Query = filters.read(Filters, region);
    const asked = Object.entries(query) as ReadonlyArray<readonly [keyof Query, readonly string[]]>;
    const lists = await listRules(context, { region, group });
    const set = shownPolicySet(lists, (rule) =>
      asked.every(([name, values]) => values.some((value) => tests[name]?.(rule, value))),
    );
    return { SecurityGroupPolicySet: set };
  },
});
