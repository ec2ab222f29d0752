import { defineFaults } from '#kernel/fault.ts';

/** What vendors refuse, in neutral words (D10): seed 004 L28478-30060, Alibaba's pages. */
export const keyPairFaults = defineFaults('key-pair', {
  notFound: 'There is no such key pair here. Detail: key-pair, or name.',
  malformed: 'That cannot be the id of a key pair.',
  nameTaken: 'Another key pair of the region has the name. Detail: name.',
  nameEmpty: 'The name is empty.',
  nameTooLong: 'The name has too many characters.',
  nameIllegal: 'The name has characters that it may not have.',
  descriptionTooLong: 'The description has too many characters.',
  nothingToModify: 'Neither a name nor a description was given.',
  quotaExceeded: 'The account may have no more key pairs in the region. Detail: region, limit.',
  tooMany: 'More key pairs are named than one request may name.',
  publicKeyMalformed: 'That is no public key of a kind that is taken.',
  publicKeyTaken: 'A key pair of the region has that public key. Detail: key-pair.',
  inUse: 'The key pair opens instances still. Detail: key-pair.',
  notForWindows: 'Windows takes no key pairs. Detail: instance, where it is one.',
  notAttached: 'The key pair does not open the instance. Detail: key-pair, instance.',
});
