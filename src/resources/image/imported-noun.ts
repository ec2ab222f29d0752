import { imageTable } from '#store/schema/image.ts';
import { noun } from '../noun.ts';

/** Images that an operator brought: they belong to the server, not to the cloud. */
export const importedImageNoun = noun({
  name: 'imported-image',
  tables: { images: imageTable },
  onReset: 'stays',
});
