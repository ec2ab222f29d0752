import { inboxTable } from '#store/schema/inbox.ts';
import { noun } from '../noun.ts';

/** Messages to the owner of an account. */
export const inboxNoun = noun({ name: 'inbox', tables: { inbox: inboxTable }, onReset: 'goes' });
