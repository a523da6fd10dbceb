import { expect, test } from 'vitest';
import { editStructure } from '../../../server/src/features/layout-edit/edit-structure.ts';
import { rowSettings } from '../../../server/src/features/layout-edit/row-settings.ts';
import { applied } from '../../../server/src/kirby/json/text-edit.ts';
import { contextIn } from '../../support/shared-site.ts';
import { siteFrom } from '../../support/site.ts';

const path = 'content/1_article/article.txt';
const site = await siteFrom({
  [path]: '',
  'content/1_article/a.jpg': '',
  'content/1_article/a.jpg.txt': 'Uuid: abcdefgh01234567',
  'site/blueprints/pages/article.yml': `fields:
  layout:
    type: layout
    settings:
      fields:
        tint:
          type: select
          label: Tint
          options:
            dark: Dark
            light: Light
        wide:
          type: toggle
        gap:
          type: number
        marks:
          type: multiselect
          options: [a, b]
        image:
          type: files
        color:
          type: color
          options: ['#ffffff']
        more:
          type: object
          fields:
            one:
              type: text
`,
});

const place = { field: 0, path: [0] };
const layout = (attrs: string): string =>
  `Layout: [{"attrs":${attrs},"columns":[{"blocks":[],"id":"c","width":"1/1"}],"id":"r"}]`;

function set(attrs: string, key: string, ...values: readonly string[]): string {
  const context = contextIn(site, path, layout(attrs));
  const operation = { kind: 'setting', item: place, key, values } as const;
  const found = editStructure({ ...context, newId: () => 'new' }, operation);
  if (!found.ok) return found.reason;
  const text = applied(context.document.text, found.edits) ?? '';
  const [, before = '', behind = ''] = /^(.*"attrs":).*(,"columns".*)$/u.exec(text) ?? [];
  expect(layout('').startsWith(before) && layout('').endsWith(behind)).toBe(true);
  return text.slice(before.length, text.length - behind.length);
}

test('a row has the settings of its blueprint, with what may be chosen', () => {
  const attrs = '{"Tint":"dark","wide":true,"marks":"a, b","image":["file://abcdefgh01234567"]}';
  const settings = rowSettings(contextIn(site, path, layout(attrs)), place);
  expect(settings.map(({ key, kind, values, isOpen }) => [key, kind, values, isOpen])).toEqual([
    ['tint', 'choice', ['dark'], false],
    ['wide', 'choice', ['true'], false],
    ['gap', 'number', [], true],
    ['marks', 'list', ['a', 'b'], false],
    ['image', 'list', ['file://abcdefgh01234567'], false],
    ['color', 'choice', [], true],
  ]);
  expect(settings[0]).toMatchObject({
    label: 'Tint',
    choices: [
      { value: 'dark', detail: 'Dark' },
      { value: 'light', detail: 'Light' },
    ],
  });
  expect(settings[4]?.choices).toEqual([{ value: 'file://abcdefgh01234567', detail: 'a.jpg' }]);
  expect(settings[5]?.choices).toEqual([{ value: '#ffffff', detail: undefined }]);
  expect(rowSettings(contextIn(site, path, layout('[]')), { field: 0, path: [3] })).toEqual([]);
});

test('a setting is written as Kirby keeps it, and nothing else', () => {
  expect(set('{"Tint":"dark","other":1}', 'tint', 'light')).toBe('{"Tint":"light","other":1}');
  expect(set('[]', 'wide', 'true')).toBe('{"wide":"true"}');
  expect(set('{"wide":false}', 'wide', 'true')).toBe('{"wide":true}');
  expect(set('{"gap":""}', 'gap', '2.5')).toBe('{"gap":2.5}');
  expect(set('{"gap":"2"}', 'gap', '3')).toBe('{"gap":"3"}');
  expect(set('{"gap":2}', 'gap')).toBe('{"gap":""}');
  expect(set('{"gap":2}', 'gap', 'two')).toBe('"two" is no number.');
  expect(set('{"gap":2}', 'gap', '12345678901234567890')).toBe('{"gap":"12345678901234567890"}');
  expect(set('{"marks":"a"}', 'marks', 'a', 'b')).toBe('{"marks":"a, b"}');
  expect(set('{"image":[]}', 'image', 'file://x')).toBe('{"image":["file://x"]}');
  expect(set('{}', 'more', 'x')).toBe('The blueprint gives the row no such setting.');
});
