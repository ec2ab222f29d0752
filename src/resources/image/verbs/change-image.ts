import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { imageFaults } from '../faults.ts';
import { requireFreeName } from '../make-image.ts';
import type { OwnImage } from '../own-image.ts';
import { sharesOfOwnImages } from '../own-images.ts';
import { describeImageRow } from '../own-table.ts';
import { type ImageRequest, requireImageOfOwner, requireImageState } from './require-image.ts';

/** What of an image is to become different; what is left out stays as it is. */
type Changeable = Pick<
  OwnImage,
  'name' | 'description' | 'family' | 'deprecated' | 'bootMode' | 'licence' | 'own'
>;

/** What of an image is to become different; what is left out or undefined stays as it is. */
export type ImageChange = ImageRequest & {
  readonly [Name in keyof Changeable]?: Changeable[Name] | undefined;
} & {
  /** Whether one that is shared with others may be changed. */
  readonly whileShared: 'refuse' | 'change';
};

/** Changes what an image is called and how it is offered. */
export const changeImage = verb(
  [requireImageOfOwner, imageFaults.wrongState, imageFaults.shared, imageFaults.nameTaken],
  async (scope: Scope, change: ImageChange): Promise<void> => {
    const { db } = scope;
    const image = await requireImageOfOwner(scope, change);
    const { key, region } = image;
    requireImageState(image, 'available');
    if (change.whileShared === 'refuse' && (await sharesOfOwnImages(db, [key])).size > 0) {
      throw imageFaults.shared({ image: key });
    }
    const changed = { ...image, ...defined(change) };
    if (changed.name !== image.name) {
      await requireFreeName(scope, { name: changed.name, region, key });
    }
    await db.run(describeImageRow, {
      key,
      name: changed.name,
      description: changed.description,
      family: changed.family,
      deprecated: changed.deprecated ? 1 : 0,
      bootMode: changed.bootMode,
      licence: changed.licence,
      own: Object.keys(changed.own).length === 0 ? null : JSON.stringify(changed.own),
    });
  },
);

function defined(change: ImageChange): Partial<OwnImage> {
  const { image: _image, region: _region, whileShared: _shared, ...values } = change;
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<OwnImage>;
}
