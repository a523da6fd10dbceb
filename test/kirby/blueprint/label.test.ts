import { afterEach, describe, expect, test } from 'vitest';
import { automaticLabel, translated } from '../../../server/src/kirby/blueprint/label.ts';
import { speak } from '../../../server/src/kirby/text/say.ts';
import { catalogueOf } from '../../support/translations.ts';

afterEach(() => {
  speak(undefined);
});

describe('automatic labels', () => {
  test.each([
    ['myField', 'My field'],
    ['my_field', 'My field'],
    ['my-field', 'My field'],
    ['h1', 'H 1'],
    ['h12', 'H 12'],
    ['MyHTMLField', 'My h t m l field'],
    ['pages/note', 'Pages /note'],
    ['text', 'Text'],
    ['', ''],
  ])('%s → %s', (name, label) => {
    expect(automaticLabel(name)).toBe(label);
  });
});

describe('texts in several languages', () => {
  const map = { de: 'Bild', en: 'Image', fr: 'Image (fr)' };
  test.each([
    ['the first preferred language that is there', map, ['it', 'fr', 'de'], 'Image (fr)'],
    ['the language without its region', map, ['de_AT'], 'Bild'],
    ['English where no preferred one is there', map, ['it'], 'Image'],
    ['the first entry where English is missing, too', { de: 'Bild', fr: 'x' }, ['it'], 'Bild'],
    ['a plain text as it is', 'Image', ['de'], 'Image'],
    ['what Kirby says for a key of its own', 'field.blocks.text.name', ['de'], 'Text'],
    [
      'what a key in a template says',
      "{{ t('field.blocks.image.url') }}: a, b",
      [],
      'Image URL: a, b',
    ],
    [
      'a key that Kirby does not have as it is',
      'field.blocks.mine.name',
      [],
      'field.blocks.mine.name',
    ],
    ['a number as text', 5, [], '5'],
    ['nothing for a list', ['a'], [], undefined],
    ['nothing for an empty map', {}, [], undefined],
  ])('gives %s', (_, value, languages, expected) => {
    expect(translated(value, languages)).toBe(expected);
  });
});

test("Kirby's own keys are said in the author's language, also inside of a text", () => {
  speak(catalogueOf('de'));
  expect(translated('field.blocks.gallery.name', ['de'])).toBe('Galerie');
  expect(translated("{{ t('field.blocks.image.url') }}: a, b", ['de'])).toBe('Bild-URL: a, b');
});
