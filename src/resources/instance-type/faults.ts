import { defineFaults } from '#kernel/fault.ts';

export const instanceTypeFaults = defineFaults('instance-type', {
  notFound: 'There is no instance type of that name. Detail: type.',
  notInZone: 'The type is not sold in the zone. Detail: type, zone.',
  soldOut:
    'So many cannot be had in the zone. Detail: type, zone, charge, reason, and limit: which ' +
    'stock is short (type, charge, zone), or that no host has room (host).',
  belowMinimum: 'Fewer than the least number asked for can be had. Detail: type, zone, available.',
  malformed: 'That is no name of an instance type. Detail: text.',
  noSuchSize: 'No type of the family has that much. Detail: family, cpu, memoryGiB.',
});
