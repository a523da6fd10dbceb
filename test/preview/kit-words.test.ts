import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { sharedFolder } from '../support/shared.ts';
import { sharedSite, sharedSiteNames } from '../support/shared-site.ts';

/*
 * The pages of Kirby's two kits, every field of them: no word of an author is lost in the preview, and
 * none is invented. Words are read by the plainest means, so that no code of the preview is in both.
 */

const kits = ['getkirby__starterkit', 'getkirby__demokit'].filter((name) =>
  sharedSiteNames().includes(name),
);

/** Keys of blocks and images whose values are settings, and nothing to read. */
const settings = new Set(['location', 'ratio', 'crop', 'level', 'width', 'link']);

/** What the preview says of its own accord. */
const ours = 'Draft; Not in the blueprint; Yes';

/** Fields that hold what only Kirby or a template reads. */
const unread = new Set(['uuid', 'template', 'sort', 'focus']);

describe.skipIf(kits.length === 0)('the words of Kirby’s kits (skipped without them)', () => {
  it.each(kits)('%s', async (name) => {
    const { site, contents } = await sharedSite(name);
    const written = new Set(
      [...contents].flatMap(([at, source]) => wordsOf(`${at} ${decoded(source)}`)),
    );
    // What has no label goes by its name, with a capital; names of a plugin's values are in the content.
    const labels = new Set(wordsOf(`${blueprintsOf(name)} ${ours}`.toLowerCase()));
    for (const source of contents.values())
      for (const [key] of source.matchAll(/^[a-z]+(?=:)/gm)) labels.add(key);
    const lost: string[] = [];
    const invented = new Set<string>();
    for (const [at, source] of contents) {
      const file = site.contentFile(sitePath(at));
      const document = parseContent(source);
      const { language } = file ?? {};
      const context = renderContext({ site, model: file?.model, audience: 'editor', language });
      const { fragments } = renderPage(document, context, file);
      const read = [...fragments.values()].map(({ html }) => readable(html));
      const shown = new Set(
        wordsOf(read.map(({ text, described }) => `${text} ${described}`).join(' ')),
      );
      for (const { name: field, value } of document.fields) {
        if (unread.has(field)) continue;
        const words = wordsOf(said(value.text)).filter(
          (word) => !shown.has(word) && !/^(true|false)$/.test(word),
        );
        if (words.length > 0) lost.push(`${at} ${field}: ${words.join(' ')}`);
      }
      for (const word of wordsOf(read.map(({ text }) => text).join(' '))) {
        if (!written.has(word) && !labels.has(word.toLowerCase())) invented.add(word);
      }
    }
    expect(lost).toEqual([]);
    expect([...invented].sort()).toEqual([]);
  });
});

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The sources of all blueprints of a kit. */
function blueprintsOf(name: string): string {
  const folder = path.join(sharedFolder('sites') ?? '', name, 'site', 'blueprints');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yml'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** A source without the escapes of JSON. */
function decoded(source: string): string {
  return source
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\[nrt]/g, ' ');
}

/** What the value of a field says: of JSON and YAML the values without their keys, of HTML the text. */
function said(value: string): string {
  if (/^\s*[[{]/.test(value)) return saidBy(JSON.parse(value));
  return plain(value.replace(/^[ -]*\w+:(?!\/)/gmu, ''));
}

/** The texts in a value of JSON. */
function saidBy(value: unknown): string {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map(saidBy).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  const { content = value } = value as { content?: unknown };
  if (content !== value) return saidBy(content);
  return Object.entries(value)
    .filter(([key]) => !settings.has(key) && !['id', 'type', 'isHidden'].includes(key))
    .map(([, one]) => saidBy(one))
    .join(' ');
}

/** A text without its HTML, and without what names another thing rather than saying something. */
function plain(text: string): string {
  return readable(text.replace(/\b(?:file|page|user):\/\/\w*|\(\w+:/gu, '')).text;
}

/** The texts of some HTML, and what its elements say of themselves. */
function readable(html: string): { readonly text: string; readonly described: string } {
  const texts: string[] = [];
  const described: string[] = [];
  const read = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('value' in node) texts.push(node.value);
    if (!('attrs' in node)) return;
    described.push(...node.attrs.map(({ value }) => value));
    node.childNodes.forEach(read);
  };
  parseFragment(html).childNodes.forEach(read);
  return { text: texts.join(' '), described: described.join(' ') };
}
