import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeContent } from '../../../server/src/kirby/content/parse.ts';
import { saveContent } from '../../../server/src/kirby/content/save.ts';
import { encodeContent, type Fields } from '../../../server/src/kirby/content/write.ts';
import type { YamlHandler } from '../../../server/src/kirby/yaml/read.ts';
import { vectors } from '../../support/vectors.ts';

interface Request {
  readonly fields: Fields;
  readonly options?: { readonly 'yaml.handler'?: YamlHandler };
  readonly via?: 'page' | 'file';
  readonly update?: boolean;
  readonly before?: string;
}

interface Written {
  readonly text: string;
  readonly decoded: Readonly<Record<string, string>>;
  readonly written?: string | null;
}

const cases = vectors('encode').map(({ name, request, result }) => ({
  name,
  request: request as unknown as Request,
  answer: result as Written,
}));

describe('fields are written as Kirby writes them', () => {
  test.each(cases)('$name', ({ request, answer }) => {
    const text = encodeContent(request.fields, optionsOf(request));
    expect(text).toBe(answer.text);
    expect(Object.fromEntries(decodeContent(text))).toEqual(answer.decoded);
  });
});

describe('a page and a file are saved as Kirby saves them', () => {
  test.each(cases.filter(({ request }) => request.via !== undefined))(
    '$name',
    ({ request, answer }) => {
      const saved = saveContent(request.before, request.fields, {
        ...optionsOf(request),
        model: request.via ?? 'page',
        update: request.update ?? false,
      });
      expect(saved ?? null).toBe(answer.written);
    },
  );

  test('the lock of unsaved changes is not stored', () => {
    const saved = saveContent('Lock: me', { text: 'a' }, { model: 'user', update: true });
    expect(saved).toBe('Text: a');
  });

  test('new names are taken in lower case, as they will be read', () => {
    const saved = saveContent('Text: a', { TEXT: 'b' }, { model: 'user', update: true });
    expect(saved).toBe('Text: b');
  });
});

describe('what is written is read again', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/);
  // Kirby trims a value, and takes a hidden divider in it for one that it hid itself.
  const value = fc
    .array(fc.constantFrom('a', '----', '\n', ' ', ':', '-', 'é', '\u00A0', '\r\n'))
    .map((parts) => parts.join('').replace(/^[ \n\r]+|[ \n\r]+$/g, ''));

  test('under names of letters and digits', () => {
    fc.assert(
      fc.property(fc.dictionary(name, value), (fields) => {
        expect(Object.fromEntries(decodeContent(encodeContent(fields)))).toEqual({ ...fields });
      }),
    );
  });
});

function optionsOf({ options }: Request): { readonly yamlHandler: YamlHandler } {
  return { yamlHandler: options?.['yaml.handler'] ?? 'spyc' };
}
