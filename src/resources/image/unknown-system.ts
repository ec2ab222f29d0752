import type { System } from './system.ts';

/** What runs from a disk of which nobody knows any more: its image is in no catalogue. */
export const unknownSystem: System = {
  osFamily: 'linux',
  osName: 'Other Linux',
  platform: 'Other Linux',
  architecture: 'x86_64',
  loginUser: 'root',
  cloudInit: true,
  base: null,
};
