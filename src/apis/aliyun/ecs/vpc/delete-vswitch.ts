// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletevswitch
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { deleteVSwitch as ofVpc } from '../../vpc/vswitch/delete-vswitch.ts';
import * as model from '../models/delete-v-switch.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const deleteVSwitch = asEcsHas(ofVpc, model);
