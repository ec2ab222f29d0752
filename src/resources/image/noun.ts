import { imageDiskTable, imageShareTable, ownImageTable } from '#store/schema/own-image.ts';
import { noun } from '../noun.ts';
import { imageFaults } from './faults.ts';

/** What instances are made from: the images of accounts, and with whom they are shared. */
export const imageNoun = noun({
  name: 'image',
  tables: {
    own_images: ownImageTable,
    image_disks: imageDiskTable,
    image_shares: imageShareTable,
  },
  onReset: 'goes',
  faults: imageFaults,
  hasIds: true,
  tagged: 'own_images',
  // Seed 004 L26367; Alibaba's documents have a limit that each account is told.
  limits: { imagesPerRegionMax: 500 },
  limitsBy: { imagesPerRegionMax: ['region'] },
  counted: { table: 'own_images', scope: 'images' },
});
