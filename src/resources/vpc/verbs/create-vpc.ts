import { newKey } from '#kernel/ids.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { formatCidr } from '../../subnet/cidr.ts';
import { verb } from '../../verb.ts';
import { addVpc } from '../add-vpc.ts';
import { checkVpcCidr, type VpcCidrRule } from '../cidr-rule.ts';
import { vpcFaults } from '../faults.ts';
import { vpcQuota } from '../quota.ts';
import { noVpcDetails, type Vpc, type VpcDetails } from '../vpc.ts';

export interface NewVpcRequest {
  readonly region: string;
  readonly name: string | null;
  readonly cidr: string;
  readonly rule: VpcCidrRule;
  readonly details: Partial<VpcDetails>;
  readonly tags: readonly Tag[];
}

/** Makes a network. */
export const createVpc = verb(
  [
    vpcFaults.cidrMalformed,
    vpcFaults.cidrNotAllowed,
    vpcFaults.maskNotAllowed,
    vpcFaults.quotaExceeded,
  ],
  async (scope: Scope, request: NewVpcRequest): Promise<Vpc> => {
    const { db, account, now, cloud } = scope;
    const { region, name, details, tags } = request;
    const cidr = checkVpcCidr(request.cidr, request.rule);
    await vpcQuota.take(scope, region);
    const vpc: Vpc = {
      key: newKey(cloud.random),
      account,
      region,
      name,
      cidr: formatCidr(cidr),
      ipv6Block: '',
      isDefault: false,
      createdAt: now,
      details: { ...noVpcDetails, ...details },
    };
    await addVpc(scope, vpc);
    await saveTags(db, { account, kind: 'vpc', resources: [vpc.key] }, tags);
    return vpc;
  },
);
