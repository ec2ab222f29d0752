import assert from 'node:assert/strict';
import test from 'node:test';
import { findPublicImage, publicImages } from './public-images.ts';

test('keys follow the grammar and are unique; every image is whole', () => {
  assert.equal(new Set(publicImages.map(({ key }) => key)).size, publicImages.length);
  for (const image of publicImages) {
    assert.match(image.key, /^[a-z0-9]{8}$/);
    assert.ok(image.osName.startsWith(image.platform), image.key);
    assert.ok(Number.isInteger(image.createdAt) && image.createdAt >= 0, image.key);
    assert.equal(image.visibility, 'public');
    assert.equal(findPublicImage(image.key), image);
  }
});

test('Linux images take 20 GiB, Windows ones 40, and the one the document sizes 50', () => {
  for (const image of publicImages) {
    const usual = image.osFamily === 'windows' ? 40 : 20;
    assert.equal(image.sizeGiB, image.key === '9qabwvbn' ? 50 : usual, image.key);
  }
});

test('an unknown key names no image', () => {
  for (const key of ['', 'aaaaaaaa', '__proto__']) assert.equal(findPublicImage(key), undefined);
});
