// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describevswitches
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { describeVSwitches as ofVpc } from '../../vpc/vswitch/describe-vswitches.ts';
import * as model from '../models/describe-v-switches.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const describeVSwitches = asEcsHas(ofVpc, model);
