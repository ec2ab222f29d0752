// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeresourcesmodification
import { action } from '#apis/context.ts';
import { diskCategoryOf } from '#catalogue/aliyun/disks.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import type { InstanceType } from '#resources/instance-type/instance-type.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { typeRefusal } from '#resources/instance/type-fit.ts';
import { typeFitFacts } from '#resources/instance/verbs/plan-type-change.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import { id, number } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import { availableZones, diskCategoriesOf } from '../instance-type/available-resources.ts';
import { missing } from './launch/missing.ts';
import { namedInstance } from './named-instance.ts';
import * as model from '../models/describe-resources-modification.ts';

const fields = {
  ResourceId: id('instance', { required: true }),
  DestinationResource: { values: ['InstanceType', 'SystemDisk'] },
  OperationType: {
    values: ['Upgrade', 'Downgrade', 'RenewDowngrade', 'RenewModify'],
    default: 'Upgrade',
  },
  InstanceType: { max: 64 },
  Cores: { min: 0 },
  Memory: number({ min: 0 }),
  // Every host of a zone takes every type, so that a move within it never needs another cluster.
  MigrateAcrossZone: { deprecated: true },
  Conditions: { max: 10, deprecated: true },
} as const;

const input = overlay(model.request, fields);
type Asked = InferIn<typeof input>;

/** What an instance, or its system disk, could become in its zone or another one. */
export const describeResourcesModification = action.read({
  model,
  input: fields,
  output: {
    AvailableZones: {
      item: {
        fields: {
          AvailableResources: {
            item: {
              fields: {
                SupportedResources: {
                  item: { fields: each(['Min', 'Max', 'Unit'], { optional: true }) },
                },
                ConditionSupportedResources: {
                  item: { fields: each(['Min', 'Max', 'Unit'], { optional: true }) },
                },
              },
            },
          },
        },
      },
    },
  },
  handle: async (context, asked) => {
    const { region } = context;
    const { DestinationResource: destination, InstanceType: name } = asked;
    if (destination === 'SystemDisk' && name === undefined) throw missing('InstanceType');
    const instance = await namedInstance(context, asked.ResourceId);
    const zone = asked.ZoneId ?? instance.zone;
    if (!zonesOfVendor('aliyun', region).includes(zone)) throw zoneFaults.notFound();
    const facts = await typeFitFacts(context, instance);
    const categories = facts.disks.map(({ category }) => diskCategoryOf(category));
    const zones = await availableZones(context, {
      destination,
      zones: [zone],
      charge: instance.chargeType,
      fits: (type) =>
        (name === undefined || name === type.name) &&
        type.architecture === facts.from.architecture &&
        (destination === 'SystemDisk' ||
          (type.name !== instance.type &&
            typeRefusal(facts, type) === undefined &&
            categories.every((category) => diskCategoriesOf(type).includes(category)) &&
            sizeFits(type, instance, asked))),
    });
    return {
      AvailableZones: zones.map((one) => ({
        ...one,
        AvailableResources: one.AvailableResources.map((resource) => ({
          ...resource,
          ConditionSupportedResources: [],
        })),
      })),
    };
  },
});

/** Paid in advance, an instance grows or shrinks as is asked; by the hour it may do both. */
function sizeFits(type: InstanceType, instance: Instance, asked: Asked): boolean {
  const { Cores, Memory, OperationType: operation } = asked;
  if (Cores !== undefined && Cores !== type.cpu) return false;
  if (Memory !== undefined && Memory * 1024 !== type.memoryMiB) return false;
  if (instance.chargeType !== 'prepaid' || operation === 'RenewModify') return true;
  const grows = type.cpu >= instance.cpu && type.memoryMiB >= instance.memoryMiB;
  const shrinks = type.cpu <= instance.cpu && type.memoryMiB <= instance.memoryMiB;
  return operation === 'Upgrade' ? grows : shrinks;
}
