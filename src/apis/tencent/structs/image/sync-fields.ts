import { imageFaults } from '#resources/image/faults.ts';
import { id, list } from '#wire/builders.ts';

const REGIONS_MAX = 100;

/** ImageIds of SyncImages, which copies one (seed 004 L26359). */
export const syncedImage = list(id('image', { reasons: { malformed: imageFaults.malformed } }), {
  required: true,
  min: 1,
  max: 1,
  reasons: { count: imageFaults.tooManyNamed },
});

/** DestinationRegions. */
export const syncedRegions = list(
  id('region', { reasons: { malformed: imageFaults.copyRegionUnknown } }),
  { required: true, min: 1, max: REGIONS_MAX, reasons: { count: imageFaults.tooManyNamed } },
);
