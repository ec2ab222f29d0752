import { defineFaults } from '#kernel/fault.ts';

/** Packages of bandwidth. */
export const bandwidthPackageFaults = defineFaults('bandwidth-package', {
  malformed: 'That is no id of a package.',
  notFound: 'There is no such package. Detail: bandwidth-package.',
  notForCharge: 'What is paid in that way takes no package.',
  quotaExceeded: 'The account may have no more packages in the region. Detail: region, limit.',
  inUse: 'The package has addresses in it. Detail: bandwidth-package.',
  protected: 'The package is protected against deletion. Detail: bandwidth-package.',
  nameMalformed: 'A package may not have that name.',
  descriptionMalformed: 'A package may not have that description.',
  lineNotHere: 'There is no such line to the internet.',
  chargeNotHere: 'Packages are not paid in that way, or not on that line.',
  chargeFixed: 'What is paid in advance stays so, and what is not, too. Detail: bandwidth-package.',
  mbpsOutOfRange: 'A package may not have that bandwidth. Detail: least, most.',
  countOutOfRange: 'That many packages are made by no request.',
  periodOutOfRange: 'Packages are not sold for that period.',
  periodMissing: 'What is paid in advance needs a period.',
  nothingNamed: 'No package is named.',
  nothingChanged: 'Nothing is to be changed.',
  zoneNotHere: 'The zone has no packages of its own.',
});
