import { describe, expect, test } from 'vitest';
import type { RuleContext } from '../../../server/src/rules/rule.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import type { JsonValue } from '../../../server/src/kirby/json/value.ts';
import {
  type FieldValue,
  replaced,
  spanOf,
  textOf,
} from '../../../server/src/kirby/values/field-value.ts';
import { valueAtOffset } from '../../../server/src/kirby/values/at.ts';
import { forms } from '../../../server/src/site/forms.ts';
import { contextOf } from '../../support/check.ts';

const blueprint = `
title: Article
fields:
  count:
    type: number
  rows:
    type: structure
    fields:
      label:
        type: text
      when:
        type: date
  contact:
    type: object
    fields:
      email:
        type: email
  links:
    type: entries
    field: url
  layout:
    type: layout
    fieldsets:
      - heading
      - card
    settings:
      fields:
        width:
          type: number
  body:
    type: blocks
    fieldsets:
      card:
        fields:
          note:
            type: text
          inner:
            type: blocks
          items:
            type: structure
            fields:
              label:
                type: text
`;

const files = {
  'site/blueprints/pages/article.yml': blueprint,
  'site/blueprints/blocks/card.yml': 'fields:\n  note:\n    type: text\n',
};

async function contextFor(text: string): Promise<RuleContext> {
  return contextOf(text, { files });
}

/** Each value as `FORM KEY = VALUE`, with how it is written in the file. */
async function valuesIn(text: string): Promise<readonly string[]> {
  const { document, site, file } = await contextFor(text);
  return forms(document, site, file).flatMap((form) =>
    [...form.values].map(([key, value]) => {
      const span = spanOf(value);
      const written = span === undefined ? '?' : text.slice(span.start, span.end);
      return `${form.kind} ${key} ${JSON.stringify(value.value)} at ${written}`;
    }),
  );
}

describe('the values of a file', () => {
  test('stand under their fields', async () => {
    expect(await valuesIn('Title: A\n\n----\n\nCount: 5')).toEqual(['file count "5" at 5']);
  });

  test('of one name that comes twice, the last', async () => {
    expect(await valuesIn('Count: 5\n\n----\n\nCount: 6')).toEqual(['file count "6" at 6']);
  });

  test('in blocks and in the settings of rows, through escapes', async () => {
    const layout = String.raw`[{"attrs":{"Width":30},"columns":[{"blocks":[{"type":"card","content":{"note":"caf\u00e9"}}]}]}]`;
    const [whole, ...inner] = await valuesIn(`Layout: ${layout}`);
    expect(whole).toContain('file layout ');
    expect(inner).toEqual([
      'settings width 30 at 30',
      String.raw`block note "café" at "caf\u00e9"`,
    ]);
  });

  test('in blocks that stand as JSON in a string of a block', async () => {
    const inner = JSON.stringify([{ type: 'heading', content: { level: 'h2' } }]);
    const body = JSON.stringify([{ type: 'card', content: { inner } }]);
    const found = await valuesIn(`Body: ${body}`);
    expect(found.at(-1)).toBe(String.raw`block level "h2" at \"h2\"`);
  });

  test('nothing of blocks of unknown types, and of what is no JSON', async () => {
    expect(await valuesIn('Body: [{"type":"zap","content":{"note":"a"}}]')).toHaveLength(1);
    expect(await valuesIn('Body: [{"type":')).toHaveLength(1);
  });
});

describe('the values of YAML', () => {
  test('in the rows of a structure', async () => {
    const [, ...inner] = await valuesIn(
      'Rows:\n\n- \n  label: "A b"\n  when: 2024-05-01\n- label: C',
    );
    expect(inner).toEqual([
      'row label "A b" at A b',
      'row when "2024-05-01" at 2024-05-01',
      'row label "C" at C',
    ]);
  });

  test('in an object, and in entries', async () => {
    expect((await valuesIn('Contact:\n\nemail: a@b.org')).at(-1)).toBe(
      'object email "a@b.org" at a@b.org',
    );
    expect((await valuesIn('Links:\n\n- https://a.org\n- b')).slice(1)).toEqual([
      'entry  "https://a.org" at https://a.org',
      'entry  "b" at b',
    ]);
  });

  test('in a string of a block', async () => {
    const items = '- \n  label: "x y"';
    const body = JSON.stringify([{ type: 'card', content: { items } }]);
    expect((await valuesIn(`Body: ${body}`)).at(-1)).toBe('row label "x y" at x y');
  });
});

describe('a value is changed', () => {
  /** The text after the value of a key was replaced. */
  async function changed(text: string, key: string, to: JsonValue): Promise<string | undefined> {
    const found = await find(text, key);
    const edits = replaced(found, to);
    return edits === undefined ? undefined : applied(text, edits);
  }

  async function find(text: string, key: string): Promise<FieldValue> {
    const { document, site, file } = await contextFor(text);
    const all = forms(document, site, file).flatMap(({ values }) => [...values]);
    const found = all.findLast(([name]) => name === key)?.[1];
    if (found === undefined) throw new Error(`There is no ${key}.`);
    return found;
  }

  test('in the file', async () => {
    expect(await changed('Count: 5\n\n----\n\nTitle: A', 'count', '6')).toBe(
      'Count: 6\n\n----\n\nTitle: A',
    );
  });

  test('in a block, in the style of its JSON', async () => {
    const text = String.raw`Body: [{"type":"card","content":{"note":"caf\u00e9 \/ th\u00e9"}}]`;
    expect(await changed(text, 'note', 'café / té')).toBe(
      String.raw`Body: [{"type":"card","content":{"note":"caf\u00e9 \/ t\u00e9"}}]`,
    );
  });

  test('in blocks that stand as JSON in a string of a block', async () => {
    const inner = JSON.stringify([{ type: 'heading', content: { level: 'h2', text: 'a"b' } }]);
    const body = JSON.stringify([{ type: 'card', content: { inner } }]);
    expect(await changed(`Body: ${body}`, 'level', 'h3')).toBe(
      `Body: ${body.replace(String.raw`\"h2\"`, String.raw`\"h3\"`)}`,
    );
  });

  test('and its text leads back through every layer', async () => {
    const inner = JSON.stringify([{ type: 'heading', content: { level: 'h2', text: 'a"b' } }]);
    const text = `Body: ${JSON.stringify([{ type: 'card', content: { inner } }])}`;
    const mapped = textOf(await find(text, 'text'));
    expect(mapped?.text).toBe('a"b');
    const span = mapped?.toSource({ start: 1, end: 2 });
    expect(text.slice(span?.start, span?.end)).toBe(String.raw`\\\"`);
  });
});

describe('what stands at an offset', () => {
  const body = JSON.stringify([
    {
      type: 'card',
      content: {
        note: 'abc',
        inner: JSON.stringify([{ type: 'heading', content: { text: 'x' } }]),
      },
    },
  ]);
  const text = `Count: 5\n\n----\n\nBody: ${body}`;

  test.each([
    ['Count', 'count on its key'],
    [': 5', 'count'],
    ['Body', 'body on its key'],
    ['abc', 'note'],
    ['note', 'note on its key'],
    [String.raw`x\"`, 'text'],
    [String.raw`text\"`, 'text on its key'],
    ['card', 'body'],
  ])('%s is %s', async (mark, expected) => {
    const { document, site, file } = await contextFor(text);
    const offset = text.indexOf(mark) + 1;
    const place = valueAtOffset(forms(document, site, file), offset, 'spyc');
    const key = place?.isOnKey === true ? ' on its key' : '';
    expect(`${place?.value.definition.name ?? '?'}${key}`).toBe(expected);
  });
});
