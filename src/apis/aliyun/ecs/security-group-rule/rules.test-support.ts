import assert from 'node:assert/strict';
import type { GivenParameters, TestCloud } from '../../cloud.test-support.ts';

/** A rule as it is shown. */
export type ShownRule = Readonly<Record<string, string>> & {
  readonly SecurityGroupRuleId: string;
  readonly Direction: string;
  readonly IpProtocol: string;
  readonly PortRange: string;
  readonly SourcePortRange: string;
  readonly Policy: string;
  readonly Priority: string;
  readonly NicType: string;
  readonly Description: string;
  readonly SourceCidrIp: string;
  readonly DestCidrIp: string;
  readonly Ipv6SourceCidrIp: string;
  readonly Ipv6DestCidrIp: string;
  readonly SourceGroupId: string;
  readonly SourceGroupName: string;
  readonly SourceGroupOwnerAccount: string;
};

/** Parameters that say one rule in Permissions, for port 22 of TCP where nothing else is said. */
export function permission(rule: Readonly<Record<string, string>>, at = 1): GivenParameters {
  const fields = Object.entries({ IpProtocol: 'tcp', PortRange: '22/22', ...rule });
  return Object.fromEntries(fields.map(([name, value]) => [`Permissions.${at}.${name}`, value]));
}

/** What tests of rules ask again and again. */
export interface RuleClient {
  /** The id of a new group, in the network of these tests where none is named. */
  group(parameters?: GivenParameters): Promise<string>;
  authorize(group: string, rules: GivenParameters): Promise<void>;
  of(group: string, more?: GivenParameters): Promise<readonly ShownRule[]>;
  /** Asserts that a call is refused, with `status code`. */
  refuses(action: string, parameters: GivenParameters, code: string): Promise<void>;
  page(
    group: string,
    more: GivenParameters,
  ): Promise<{ readonly rules: readonly ShownRule[]; readonly next: string }>;
}

/** Asks a cloud, in a network of its own. */
export function ruleClient(cloud: TestCloud): RuleClient {
  let network: Promise<{ readonly vpc: string }> | undefined;
  const page: RuleClient['page'] = async (group, more) => {
    const asked = { SecurityGroupId: group, ...more };
    const answer = await cloud.ok('DescribeSecurityGroupAttribute', asked);
    assert.equal(answer['SecurityGroupId'], group);
    const { Permission } = answer['Permissions'] as { readonly Permission: readonly ShownRule[] };
    return { rules: Permission, next: answer['NextToken'] as string };
  };
  return {
    async group(parameters = {}) {
      network ??= cloud.network('10.77.0.0/16');
      const { vpc } = await network;
      const made = await cloud.ok('CreateSecurityGroup', { VpcId: vpc, ...parameters });
      return made['SecurityGroupId'] as string;
    },
    async authorize(group, rules) {
      await cloud.ok('AuthorizeSecurityGroup', { SecurityGroupId: group, ...rules });
    },
    of: async (group, more = {}) => (await page(group, more)).rules,
    page,
    async refuses(action, parameters, code) {
      assert.equal(await cloud.refusal(action, parameters), code, JSON.stringify(parameters));
    },
  };
}
