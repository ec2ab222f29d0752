import { integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A rule of a security group. `position` is its place in the order in which the rules of its
 * direction decide. Ports are ranges such as `22-22,8000-8010`; "" is all of them. Templates are
 * named by kind and key, as `services/r8hr2upy`.
 */
export const securityGroupRuleTable = table({
  seq,
  key: keyOf('security-group-rule'),
  security_group: keyOf('security-group'),
  direction: oneOf('ingress', 'egress'),
  position: integer,
  priority: integer,
  protocol: oneOf('all', 'tcp', 'udp', 'icmp', 'icmpv6', 'gre'),
  ports: text,
  source_ports: text,
  peer_cidr: nullable(text),
  peer_group: nullable(keyOf('security-group')),
  peer_account: nullable(text),
  local_cidr: nullable(text),
  peer_template: nullable(text),
  service_template: nullable(text),
  action: oneOf('accept', 'drop'),
  description: text,
  created_at: integer,
  modified_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    security_group_rules: ColumnsOf<typeof securityGroupRuleTable>;
  }
}

export type SecurityGroupRuleRow = RowOf<typeof securityGroupRuleTable>;
export type NewSecurityGroupRule = NewRowOf<typeof securityGroupRuleTable>;
