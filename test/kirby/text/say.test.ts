import { afterEach, describe, expect, test } from 'vitest';
import { say, speak } from '../../../server/src/kirby/text/say.ts';

afterEach(() => {
  speak(undefined);
});

const missing = (name: string): string => say`The file "${name}" is missing.`;
const pair = (first: number, second: number): string => say`${first} of ${second}`;

describe('what is said', () => {
  test('is the text of the code, in English', () => {
    expect(missing('a.jpg')).toBe('The file "a.jpg" is missing.');
    expect(pair(1, 2)).toBe('1 of 2');
  });

  test('is the translation, with the values in its own order', () => {
    speak(
      new Map([
        ['The file "{0}" is missing.', 'Die Datei „{0}“ fehlt.'],
        ['{0} of {1}', '{1}: {0}'],
      ]),
    );
    expect(missing('a.jpg')).toBe('Die Datei „a.jpg“ fehlt.');
    expect(pair(1, 2)).toBe('2: 1');
  });

  test('leaves placeholders in values alone', () => {
    speak(new Map([['{0} of {1}', '{1}: {0}']]));
    expect(say`${'{1}'} of ${'$&'}`).toBe('$&: {1}');
  });

  test('stays English where there is no translation', () => {
    speak(new Map());
    expect(missing('a.jpg')).toBe('The file "a.jpg" is missing.');
  });

  test('is said anew when the language is another one', () => {
    speak(new Map([['The file "{0}" is missing.', 'Die Datei „{0}“ fehlt.']]));
    missing('a.jpg');
    speak(new Map([['The file "{0}" is missing.', 'Le fichier « {0} » manque.']]));
    expect(missing('a.jpg')).toBe('Le fichier « a.jpg » manque.');
  });
});
