import { meterTable } from '#store/schema/meter.ts';
import { noun } from '../noun.ts';

/** What costs by the hour. */
export const meterNoun = noun({ name: 'meter', tables: { meters: meterTable }, onReset: 'goes' });
