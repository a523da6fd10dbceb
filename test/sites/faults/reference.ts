import type { FieldDefinition } from '../../../server/src/kirby/blueprint/blueprint.ts';
import type { Field } from '../../../server/src/kirby/content/document.ts';
import { isArray, isObject, type JsonObject } from '../../../server/src/kirby/json/value.ts';
import { definitionOf } from '../../../server/src/site/json-fields.ts';
import { sitePath } from '../../../server/src/site/site-path.ts';
import { blocksOf, type Fault, type Injected, inserted, type Pick, replaced } from './fault.ts';
import { rawIn, spanIn, type Target } from './target.ts';

const gone = 'gone0gone0gone00';

/** Mentions of files and pages that are not there, in every form in which a file is mentioned. */
export const referenceFaults: readonly Fault[] = [
  { name: 'a UUID in an image block', code: 'missing-uuid', inject: inImage(`file://${gone}`) },
  {
    name: 'an escaped UUID in an image block',
    code: 'missing-uuid',
    inject: inImage(`file:\\/\\/${gone}`),
  },
  { name: 'a name in an image block', code: 'missing-file', inject: inImage('gone file.jpg') },
  { name: 'an id in an image block', code: 'missing-file', inject: inImage('nowhere\\/gone.jpg') },
  { name: 'the link of an image block', code: 'missing-link-target', inject: imageLink },
  { name: 'a UUID in the settings of a row', code: 'missing-uuid', inject: inSettings },
  {
    name: 'a permalink in a text',
    code: 'missing-uuid',
    inject: inText(`<a href=\\"\\/@\\/page\\/${gone}\\">gone</a>`),
  },
  {
    name: 'a link of a writer',
    code: 'lost-link',
    inject: inText(`<a href=\\"page://${gone}\\">gone</a>`),
  },
  { name: 'an (image: …) by name', code: 'missing-file', inject: inTextarea('(image: gone.jpg)') },
  {
    name: 'an (image: …) by UUID',
    code: 'missing-uuid',
    inject: inTextarea(`(image: file://${gone})`),
  },
  {
    name: 'a host without https://',
    code: 'missing-scheme',
    inject: inTextarea('(link: www.example.com text: Here)'),
  },
  { name: 'a (file: …)', code: 'missing-file', inject: inTextarea('(file: gone.pdf text: Here)') },
  {
    name: 'a (link: …)',
    code: 'missing-uuid',
    inject: inTextarea(`(link: page://${gone} text: Here)`),
  },
  {
    name: 'a UUID among chosen files',
    code: 'missing-uuid',
    inject: chosen('files', `- file://${gone}`),
  },
  {
    name: 'a name among chosen files',
    code: 'missing-file',
    inject: chosen('files', '- gone.jpg'),
  },
  {
    name: 'a long name among chosen files',
    code: 'missing-file',
    inject: chosen('files', '- >\n  gone for good.jpg'),
  },
  {
    name: 'a quoted name among chosen files',
    code: 'missing-file',
    inject: chosen('files', '- "gone, for good.jpg"'),
  },
  { name: 'a list in one line', code: 'missing-file', inject: chosen('files', '[gone.jpg]') },
  {
    name: 'a UUID among chosen pages',
    code: 'missing-uuid',
    inject: chosen('pages', `- page://${gone}`),
  },
  {
    name: 'an id among chosen pages',
    code: 'missing-page',
    inject: chosen('pages', '- nowhere/gone'),
  },
];

/** Where media are kept elsewhere, nothing is missing. */
function knowsMedia({ site }: Target): boolean {
  return site.media === 'present';
}

function inImage(source: string): Fault['inject'] {
  return (target, pick) => {
    const block = pick(
      blocksOf(target, 'image').filter(({ value }) => contentOf(value)['location'] !== 'web'),
    );
    if (block === undefined || !knowsMedia(target)) return undefined;
    const path = [...block.path, 'content', 'image'];
    const image = contentOf(block.value)['image'];
    return isArray(image) ? replaced(target, spanIn(target, path), `["${source}"]`) : undefined;
  };
}

function imageLink(target: Target, pick: Pick): Injected | undefined {
  const block = pick(blocksOf(target, 'image').filter(({ value }) => 'link' in contentOf(value)));
  if (block === undefined) return undefined;
  const source = pick([`"page://${gone}"`, `"page:\\/\\/${gone}"`, `"file://${gone}"`]) ?? '';
  return replaced(target, spanIn(target, [...block.path, 'content', 'link']), source);
}

function inSettings(target: Target, pick: Pick): Injected | undefined {
  const row = pick(target.rows.filter(({ value }) => 'attrs' in value));
  if (row === undefined || !knowsMedia(target)) return undefined;
  const path = [...row.path, 'attrs'];
  const source = `"picture":["file://${gone}"]`;
  const raw = rawIn(target, path);
  if (!raw.startsWith('{')) return replaced(target, spanIn(target, path), `{${source}}`);
  return inserted(target, spanIn(target, path).start + 1, raw === '{}' ? source : `${source},`);
}

/** HTML at the end of a text block, as JSON writes it. */
function inText(source: string): Fault['inject'] {
  return (target, pick) => {
    const block = pick(
      blocksOf(target, 'text').filter(({ value }) => typeof contentOf(value)['text'] === 'string'),
    );
    if (block === undefined) return undefined;
    return inserted(target, spanIn(target, [...block.path, 'content', 'text']).end - 1, source);
  };
}

/** A KirbyTag at the end of a field that holds KirbyText. */
function inTextarea(tag: string): Fault['inject'] {
  return (target, pick) => {
    const field = pick(
      fieldsOf(target, 'textarea', ({ props }) => props['maxlength'] === undefined),
    );
    if (field === undefined || !knowsMedia(target)) return undefined;
    return inserted(target, field.valueSpan.end, ` ${tag}`);
  };
}

/** Another one among chosen files or pages, at the end of the field. */
function chosen(type: 'files' | 'pages', entry: string): Fault['inject'] {
  return (target, pick) => {
    const field = pick(fieldsOf(target, type));
    if (field === undefined || !knowsMedia(target)) return undefined;
    const { text } = field.value;
    if (text === '' || !entry.startsWith('-'))
      return replaced(target, field.valueSpan, `\n\n${entry}`);
    return /^\s*- /u.test(text) ? inserted(target, field.valueSpan.end, `\n${entry}`) : undefined;
  };
}

export function contentOf({ content }: JsonObject): JsonObject {
  return isObject(content) ? content : {};
}

/** The files, pages and texts among the fields, by the blueprint. */
export function fieldsOf(
  { site, path, document }: Target,
  type: string,
  suits: (definition: FieldDefinition) => boolean = () => true,
): readonly Field[] {
  const file = site.contentFile(sitePath(path));
  const definitions = file && site.blueprints.of(file.model)?.fields;
  if (definitions === undefined) return [];
  return document.fields.filter(({ name }) => {
    const definition = definitionOf(definitions, name);
    return definition?.type === type && suits(definition);
  });
}
