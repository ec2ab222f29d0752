import { defineFaults } from '#kernel/fault.ts';

export const imageFaults = defineFaults('image', {
  notFound: 'There is no such image, or not for this account. Detail: image.',
  tooLarge: 'The system disk is smaller than the image. Detail: image, minGiB.',
  unavailable: 'Machines cannot be made from the image now. Detail: image.',
  typeUnfit: 'The image does not run on this instance type. Detail: image, type.',
  missing: 'The image is not named.',
  malformed: 'That is no id of an image.',
});
