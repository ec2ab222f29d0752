/** What is asked of a cloud before it is upgraded, and after. */
export interface Question {
  readonly vendor: 'tencent' | 'aliyun';
  readonly action: string;
  readonly service: string;
  readonly parameters: object;
}

function tencent(action: string, parameters: object, service = 'cvm'): Question {
  return { vendor: 'tencent', action, service, parameters };
}

function aliyun(action: string, parameters: object, service = 'ecs'): Question {
  return { vendor: 'aliyun', action, service, parameters };
}

function filtered(Name: string, ...Values: readonly string[]): Question {
  return tencent('DescribeInstances', { Limit: 100, Filters: [{ Name, Values }] });
}

/** Every table that holds what a user made, through both vendors and by their filters. */
export const questions: readonly Question[] = [
  tencent('DescribeInstances', { Limit: 100 }),
  tencent('DescribeInstancesStatus', { Limit: 100 }),
  filtered('instance-charge-type', 'PREPAID'),
  filtered('instance-state', 'STOPPED'),
  filtered('instance-name', 'in-'),
  filtered('project-id', '7'),
  filtered('tag:city', 'shenzhen'),
  filtered('tag-key', 'team'),
  tencent('DescribeVpcs', {}, 'vpc'),
  tencent('DescribeSubnets', {}, 'vpc'),
  tencent('DescribeSecurityGroups', {}, 'vpc'),
  aliyun('DescribeInstances', { PageSize: 100 }),
  aliyun('DescribeInstanceStatus', { PageSize: 50 }),
  aliyun('DescribeInstances', { HttpTokens: 'required' }),
  aliyun('DescribeInstances', { HttpEndpoint: 'enabled', PageSize: 100 }),
  aliyun('DescribeInstances', { ResourceGroupId: 'rg-old' }),
  aliyun('DescribeInstances', { InternetChargeType: 'PayByBandwidth', PageSize: 100 }),
  aliyun('DescribeInstances', { LockReason: 'Recycling' }),
  aliyun('DescribeInstances', { InstanceChargeType: 'PrePaid' }),
  aliyun('DescribeInstances', { 'Tag.1.Key': 'team', 'Tag.1.Value': 'rows' }),
  aliyun('DescribeVpcs', {}, 'vpc'),
  aliyun('DescribeVSwitches', {}, 'vpc'),
  aliyun('DescribeSecurityGroups', {}),
];
