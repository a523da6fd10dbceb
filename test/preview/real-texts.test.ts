import { describe, expect, it } from 'vitest';
import { phpString } from '../../server/src/kirby/blocks/php.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import type { JsonPath, JsonValue } from '../../server/src/kirby/json/value.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { jsonFields } from '../../server/src/site/json-fields.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { sharedSite, sharedSiteNames } from '../support/shared-site.ts';
import { textOf } from './exact-html.ts';

/*
 * What real sites say is what the preview says, word for word, sign for sign: the texts of their
 * blocks and of their fields, each read here by the plainest means. What is not prose is compared
 * elsewhere: KirbyText and images with Kirby's own answers, choices and references by their names.
 */

const names = sharedSiteNames();

/** Sites with nothing to compare here, and why. */
const withoutProse: Readonly<Record<string, string>> = {
  lascuolaopensource__website: 'no blocks, and no field of the types text, writer and list',
};

function textIn(object: Readonly<Record<string, JsonValue>>, key: string): string {
  return phpString(object[key]) ?? '';
}

/** What a block says, by what stands in it; `undefined`: not by a text of its own alone. */
function saidBy(type: string, content: Readonly<Record<string, JsonValue>>): string | undefined {
  const text = textIn(content, 'text');
  // A box stands for an image from elsewhere.
  if (/<img/i.test(text)) return undefined;
  switch (type) {
    case 'heading':
    case 'list':
    case 'text':
      return textOf(text);
    case 'quote':
      return textOf(`${text} ${textIn(content, 'citation')}`);
    case 'code':
      return textIn(content, 'code').replace(/\s+/g, ' ').trim();
    default:
      return undefined;
  }
}

interface FoundBlock {
  readonly path: JsonPath;
  readonly block: Readonly<Record<string, JsonValue>>;
}

/** The blocks of a Layout or Blocks field. */
function blocksIn(value: JsonValue, kind: 'layout' | 'blocks'): readonly FoundBlock[] {
  const listAt = (list: unknown, path: JsonPath): readonly FoundBlock[] =>
    (Array.isArray(list) ? list : []).map((block, index) => ({
      path: [...path, index],
      block: block as FoundBlock['block'],
    }));
  if (kind === 'blocks') return listAt(value, []);
  // Any JSON may stand there; what is no row has no columns, and gives no blocks.
  const rows = value as unknown as readonly { columns?: readonly { blocks?: unknown }[] }[];
  return rows.flatMap(({ columns = [] }, row) =>
    columns.flatMap(({ blocks }, column) => listAt(blocks, [row, 'columns', column, 'blocks'])),
  );
}

describe.skipIf(names.length === 0)('the texts of real sites (skipped without them)', () => {
  it.each(names)('%s', async (name) => {
    const { site, contents } = await sharedSite(name);
    let compared = 0;
    for (const [path, source] of contents) {
      const file = site.contentFile(sitePath(path));
      const document = parseContent(source);
      const { language } = file ?? {};
      const context = renderContext({ site, model: file?.model, audience: 'editor', language });
      const { fragments } = renderPage(document, context, file);
      const said = (field: string, at: JsonPath): string | undefined => {
        const found = [...fragments.values()].find(
          ({ key, place }) =>
            !key.startsWith('#') && place.field === field && place.path.join('/') === at.join('/'),
        );
        return found && textOf(found.html);
      };

      const json = jsonFields(document, site, file);
      for (const { field, kind } of json) {
        if (field.value.text.trim() === '') continue;
        const value = JSON.parse(field.value.text) as JsonValue;
        for (const { path: at, block } of blocksIn(value, kind)) {
          const content = block['content'] as Readonly<Record<string, JsonValue>>;
          const expected = saidBy(textIn(block, 'type'), content);
          if (expected === undefined) continue;
          compared++;
          const empty = `Empty ${textIn(block, 'type')} block`;
          const mark = block['isHidden'] === true ? 'Hidden' : '';
          expect(
            said(field.name, at)?.replace(/ (?=\S)/g, ' '),
            `${path} ${field.name}/${at.join('/')}`,
          ).toBe(`${mark}${expected === '' ? empty : expected}`);
        }
      }

      const fields = file && site.blueprints.of(file.model)?.fields;
      const last = new Map(document.fields.map((field) => [field.name, field]));
      for (const field of last.values()) {
        const definition = fields?.get(field.name);
        const type = definition?.type ?? '';
        const { text } = field.value;
        if (!['text', 'writer', 'list'].includes(type) || text.trim() === '') continue;
        if (/<img/i.test(text)) continue;
        // In the head of a page, tags are tags also where their field is a text.
        if (field.name === 'tags') continue;
        compared++;
        const expected = type === 'text' ? text.replace(/\s+/g, ' ').trim() : textOf(text);
        const label = definition?.label ?? '';
        const shown = said(field.name, []) ?? '';
        expect([expected, `${label} ${expected}`.trim()], `${path} ${field.name}`).toContain(shown);
      }
    }
    if (!(name in withoutProse)) expect(compared).toBeGreaterThan(0);
  });
});
