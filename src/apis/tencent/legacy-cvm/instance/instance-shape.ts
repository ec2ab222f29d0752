import { id, integer, list, string, structure, time } from '#wire/builders.ts';

/** diskInfo (seed 004 L52378-52412): an object, whatever the table says (L52463-52469). */
const diskInfoShape = structure({
  storageId: id('disk', { optional: true }),
  storageType: integer({ optional: true }),
  storageSize: integer({ optional: true }),
  rootId: id('disk', { optional: true }),
  rootSize: integer(),
  rootType: integer(),
});

/**
 * An instance of the legacy DescribeInstances: its table (L52280-52374) and what its example has
 * besides (L52436-52515), but for `deviceClass` and `statusTime`, of which nothing is known here.
 */
export const legacyInstanceShape = structure({
  instanceName: string(),
  unInstanceId: id('instance'),
  instanceId: id('qcvm', { source: 'seed 004 L52438' }),
  uuid: string({ source: 'seed 004 L52477' }),
  lanIp: string(),
  wanIpSet: list(string()),
  cpu: integer(),
  mem: integer(),
  bandwidth: integer(),
  unImgId: id('image'),
  imageId: id('image-number', { asNumber: true, source: 'seed 004 L52442' }),
  imageType: string({ source: 'seed 004 L52495' }),
  os: string(),
  status: integer(),
  Region: id('region'),
  zoneId: id('zone', { asNumber: true }),
  zoneName: string(),
  createTime: time({ form: 'china' }),
  deadlineTime: string(),
  autoRenew: integer(),
  projectId: integer(),
  cvmPayMode: integer(),
  networkPayMode: integer(),
  vpcId: id('vpc-number', { asNumber: true }),
  subnetId: id('subnet-number', { asNumber: true }),
  isVpcGateway: integer(),
  diskInfo: diskInfoShape,
});
