import { imageTable } from '#store/schema/image.ts';
import { noun } from '../noun.ts';
import { imageFaults } from './faults.ts';

/** What instances are made from. What an operator brought belongs to the server, not the cloud. */
export const imageNoun = noun({
  name: 'image',
  tables: { images: imageTable },
  onReset: 'stays',
  faults: imageFaults,
  hasIds: true,
});
