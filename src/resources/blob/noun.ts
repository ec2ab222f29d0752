import { blobTable } from '#store/schema/blob.ts';
import { noun } from '../noun.ts';

/** A large text of a resource, read only where it is asked for. */
export const blobNoun = noun({ name: 'blob', tables: { blobs: blobTable }, onReset: 'goes' });
