/**
 * The actions whose models and examples are generated: what is implemented now. Add a name when
 * an action is implemented, and run models.ts and examples.ts again.
 */
export const implementedActions = {
  tencent: {
    cvm: [
      'DescribeImages',
      'DescribeInstanceTypeConfigs',
      'DescribeInstances',
      'DescribeInstancesStatus',
      'DescribeRegions',
      'DescribeZones',
      'RebootInstances',
      'RenewInstances',
      'RunInstances',
      'StartInstances',
      'StopInstances',
      'TerminateInstances',
    ],
    vpc: [
      'CreateSecurityGroup',
      'CreateSubnet',
      'CreateVpc',
      'DeleteSecurityGroup',
      'DeleteSubnet',
      'DeleteVpc',
      'DescribeSecurityGroups',
      'DescribeSubnets',
      'DescribeVpcs',
    ],
  },
  aliyun: {
    ecs: [
      'CreateInstance',
      'CreateSecurityGroup',
      'DeleteInstance',
      'DeleteSecurityGroup',
      'DescribeImages',
      'DescribeInstanceStatus',
      'DescribeInstanceTypes',
      'DescribeInstances',
      'DescribeRegions',
      'DescribeSecurityGroups',
      'DescribeZones',
      'RebootInstance',
      'RunInstances',
      'StartInstance',
      'StopInstance',
    ],
    vpc: [
      'CreateVSwitch',
      'CreateVpc',
      'DeleteVSwitch',
      'DeleteVpc',
      'DescribeVSwitchAttributes',
      'DescribeVSwitches',
      'DescribeVpcAttribute',
      'DescribeVpcs',
    ],
  },
} as const;
