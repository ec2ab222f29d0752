import assert from 'node:assert/strict';
import test from 'node:test';
import { findPublicImage } from '#resources/image/public-images.ts';
import { publicImageKey, publicImageKeys, publicImageWords } from './images.ts';

test('every name belongs to an image, and its id leads back to the key', () => {
  for (const key of publicImageKeys) {
    const words = publicImageWords(key);
    assert.ok(words && findPublicImage(key), key);
    assert.match(words.imageId, /^[a-z0-9_][A-Za-z0-9_-]*\.vhd$/);
    assert.equal(publicImageKey(words.imageId), key);
  }
  const imageIds = publicImageKeys.map((key) => publicImageWords(key)?.imageId);
  assert.equal(new Set(imageIds).size, publicImageKeys.length);
});

test('the size in an image id is the size of the image', () => {
  for (const key of publicImageKeys) {
    const [, sizeGiB] = /_(\d+)G_/.exec(publicImageWords(key)?.imageId ?? '') ?? [];
    if (sizeGiB !== undefined) assert.equal(findPublicImage(key)?.sizeGiB, Number(sizeGiB), key);
  }
});

test('image ids of the documents (seeds 003 L148, 002 L77 and L386) exist', () => {
  for (const imageId of [
    'ubuntu_18_04_64_20G_alibase_20190624.vhd',
    'win2008r2_64_ent_sp1_en-us_40G_alibase_20170915.vhd',
    '_32_23c472_20120822172155_aliguest.vhd',
  ]) {
    assert.ok(publicImageKey(imageId), imageId);
  }
});

test('the families of public images', () => {
  assert.equal(publicImageWords('487zeit5')?.imageFamily, 'acs:ubuntu_22_04_x64');
  assert.equal(publicImageWords('c57i386a')?.imageFamily, '');
});

test('an image of the other vendor is not seen here', () => {
  assert.equal(publicImageWords('9qabwvbn'), undefined);
  assert.equal(publicImageKey('img-9qabwvbn'), undefined);
});
