// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createvswitch
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { createVSwitch as ofVpc } from '../../vpc/vswitch/create-vswitch.ts';
import * as model from '../models/create-v-switch.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const createVSwitch = asEcsHas(ofVpc, model);
