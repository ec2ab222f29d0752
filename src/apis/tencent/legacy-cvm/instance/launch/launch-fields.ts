import { id, integer, list, string } from '#wire/builders.ts';
import { defaultSystem, systems } from './type-of.ts';

const MBPS_MAX = 65_535;
const COUNT_MAX = 100;
const flag = { values: [0, 1] } as const;

/**
 * What RunInstances and RunInstancesHour have in common (seed 004 L52674-52802, L52956-53096).
 * `storageSize` is marked as required and has a default; the examples of other pages leave it out.
 */
export const launchFields = {
  cpu: integer({ required: true, min: 1 }),
  mem: integer({ required: true, min: 1 }),
  imageId: id('image', { required: true }),
  storageSize: integer({ default: 0, min: 0 }),
  instanceType: string({ default: defaultSystem, values: systems }),
  imageType: integer({ default: 2, values: [1, 2, 3, 4] }),
  bandwidth: integer({ default: 0, min: 0, max: MBPS_MAX }),
  wanIp: integer(flag),
  vpcId: id('vpc'),
  subnetId: id('subnet'),
  isVpcGateway: integer({ default: 0, ...flag }),
  storageType: integer({ default: 1, values: [1, 2, 3] }),
  rootSize: integer(),
  password: string({ secret: true }),
  keyId: id('key-pair'),
  // No agent runs here.
  needSecurityAgent: integer({ default: 1, ...flag, deprecated: true }),
  needMonitorAgent: integer({ default: 1, ...flag, deprecated: true }),
  projectId: integer({ default: 0, min: 0 }),
  instanceName: string({ max: 60 }),
  goodsNum: integer({ default: 1, min: 1, max: COUNT_MAX }),
  clientToken: string({ max: 64, pattern: /^[ -~]*$/ }),
  privateIpAddresses: list(string(), { max: 1 }),
} as const;
