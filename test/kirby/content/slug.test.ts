import { describe, expect, test } from 'vitest';
import { fieldKey, slug, type SlugRules } from '../../../server/src/kirby/content/slug.ts';
import { vectors } from '../../support/vectors.ts';

const cases = vectors('misc').map(({ name, request, result }) => ({
  name,
  text: String(request['text']),
  rules: (request['rules'] ?? {}) as SlugRules,
  answer: result as { readonly str: string; readonly key: string },
}));

describe('texts become slugs and names as in Kirby', () => {
  test.each(cases)('$name', ({ text, rules, answer }) => {
    expect(slug(text, rules)).toBe(answer.str);
    expect(fieldKey(text, rules)).toBe(answer.key);
  });

  test.each([
    ['my_field', 'My-field'],
    ['myField', 'Myfield'],
    ['a.b', 'A-b'],
    ['größe', 'Grosse'],
    ['a--b', 'A-b'],
    ['щедрый', 'Shchedryj'],
  ])('%s is written %s', (name, key) => {
    expect(fieldKey(name)).toBe(key);
  });
});
