import assert from 'node:assert/strict';

type Ask = (action: string, body: object) => Promise<Readonly<Record<string, unknown>>>;

const launch = {
  Placement: { Zone: 'ap-guangzhou-2', ProjectId: 0 },
  ImageId: 'img-8toqc6s3',
  InstanceChargeType: 'POSTPAID_BY_HOUR',
  SystemDisk: { DiskType: 'CLOUD_PREMIUM', DiskSize: 50 },
  DataDisks: [{ DiskType: 'CLOUD_PREMIUM', DiskSize: 50 }],
  InternetAccessible: {
    InternetChargeType: 'TRAFFIC_POSTPAID_BY_HOUR',
    InternetMaxBandwidthOut: 100,
    PublicIpAssigned: true,
  },
  VirtualPrivateCloud: { VpcId: 'DEFAULT', SubnetId: 'DEFAULT' },
  EnhancedService: {
    SecurityService: { Enabled: true },
    MonitorService: { Enabled: true },
    AutomationService: { Enabled: false },
  },
  InstanceCount: 1,
  InstanceName: 'lt_test',
  DisableApiTermination: true,
};

interface TemplateFixture {
  readonly key: string;
  readonly versions: number;
  /** Key of its security group. */
  readonly group?: string | undefined;
}

/** The launch template of an example (seed 004 L31640-34100), in so many versions. */
export async function seedTemplate(
  ask: Ask,
  pin: (key: string) => void,
  { key, versions, group }: TemplateFixture,
): Promise<void> {
  pin(key);
  const made = await ask('CreateLaunchTemplate', {
    LaunchTemplateName: 'fixture',
    ...launch,
    // Not every zone of the examples sells it.
    ...(versions === 1 && { InstanceType: 'S1.SMALL2' }),
    ...(group !== undefined && { SecurityGroupIds: [`sg-${group}`] }),
  });
  const LaunchTemplateId = `lt-${key}`;
  assert.equal(made['LaunchTemplateId'], LaunchTemplateId);
  const { Placement } = launch;
  for (let version = 2; version <= versions; version += 1) {
    await ask('CreateLaunchTemplateVersion', { LaunchTemplateId, Placement });
  }
}
