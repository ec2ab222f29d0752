/** What is made of an image, copied or imported: one at a time. */
export function imageTarget(key: string): string {
  return `image:${key}`;
}

/** One export of images. */
export function exportTarget(task: string): string {
  return `export:${task}`;
}
