import type { Reader } from '#store/store.ts';

const UNDER_WAY = ['creating', 'copying', 'importing'];

/**
 * What is said of images is of images that are there: their disks, of which one is the system disk
 * and stands first, the snapshots behind them, with whom they are shared.
 */
export async function auditImages({ db }: Reader): Promise<readonly string[]> {
  const images = await db.selectFrom('own_images').selectAll().execute();
  const disks = await db.selectFrom('image_disks').selectAll().execute();
  const shares = await db.selectFrom('image_shares').selectAll().execute();
  const snapshots = await db.selectFrom('snapshots').select('key').execute();
  const there = new Set(images.map(({ key }) => key));
  const behind = new Set(snapshots.map(({ key }) => key));
  const problems = [...disks, ...shares]
    .filter(({ image }) => !there.has(image))
    .map(({ image }) => `A disk or a share is left of image ${image}.`);
  for (const { image, snapshot } of disks) {
    if (snapshot === null || behind.has(snapshot)) continue;
    problems.push(`The snapshot ${snapshot} is behind image ${image} and is not there.`);
  }
  const byImage = Map.groupBy(disks, ({ image }) => image);
  for (const { key, size_gib: size } of images) {
    const its = (byImage.get(key) ?? []).toSorted((a, b) => a.position - b.position);
    const systems = its.filter(({ role }) => role === 'system');
    if (systems.length !== 1 || its[0]?.role !== 'system' || its[0].size_gib !== size) {
      problems.push(`Image ${key} of ${size} GiB has ${systems.length} system disks.`);
    }
  }
  for (const { image, account } of shares) {
    const owner = images.find(({ key }) => key === image)?.account;
    if (owner === account) problems.push(`Image ${image} is shared with its owner.`);
  }
  return problems;
}

/** No image is on its way, nor a task. */
export async function auditSettledImages({ db }: Reader): Promise<readonly string[]> {
  const images = await db
    .selectFrom('own_images')
    .select(['key', 'state'])
    .where('state', 'in', UNDER_WAY as never)
    .execute();
  const tasks = await db
    .selectFrom('tasks')
    .select('key')
    .where('state', '=', 'processing')
    .execute();
  return [
    ...images.map(({ key, state }) => `Image ${key} is still ${state}.`),
    ...tasks.map(({ key }) => `Task ${key} is still under way.`),
  ];
}
