import { listingFaults } from '#resources/listing/faults.ts';
import { filters } from '#wire/builders.ts';
import type { FilterValues } from '#wire/infer.ts';
import { instantOf } from '#wire/instants.ts';

/** Filter.N of lists that are narrowed by when something was made. */
export const creationFilter = filters({
  filters: { CreationStartTime: {}, CreationEndTime: {} },
  max: 2,
  valuesMax: 1,
  nameField: 'Key',
  valuesField: 'Value',
  reasons: { unknown: listingFaults.filterUnknown },
});

/** The times that it names, in cloud milliseconds. @throws listing.timeMalformed */
export function creationTimes(given: FilterValues | undefined) {
  return {
    createdFrom: timeIn(given, 'CreationStartTime'),
    createdTo: timeIn(given, 'CreationEndTime'),
  };
}

function timeIn(given: FilterValues | undefined, name: string): number | undefined {
  const [text] = given?.get(name) ?? [];
  if (text === undefined) return undefined;
  const at = instantOf(text, 'minutes');
  if (at === undefined) throw listingFaults.timeMalformed();
  return at;
}
