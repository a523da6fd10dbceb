import { describe, expect, test } from 'vitest';
import { safeName } from '../../../server/src/kirby/content/slug.ts';

describe('safeName', () => {
  test.each([
    ['photo.jpg', 'photo.jpg'],
    ['Über uns (2).JPG', 'uber-uns-2.jpg'],
    ['a  --  b.png', 'a-b.png'],
    ['logo@2x_final.v2.svg', 'logo@2x_final.v2.svg'],
    ['_draft-.pdf', 'draft.pdf'],
    ['Straße und Œuvre.webp', 'strasse-und-uvre.webp'],
    ['a/b\\c.gif', 'a-b-c.gif'],
    ['写真.jpg', '.jpg'],
    ['README', 'readme'],
    ['.htaccess', '.htaccess'],
    [`${'x'.repeat(200)}.jpg`, `${'x'.repeat(128)}.jpg`],
  ])('%s', (given, expected) => {
    expect(safeName(given)).toBe(expected);
  });

  test('spells letters as the language does', () => {
    expect(safeName('Ärger.jpg', { ä: 'ae' })).toBe('aerger.jpg');
  });
});
