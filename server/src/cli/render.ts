import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseContent } from '../kirby/content/parse.ts';
import { parseJson } from '../kirby/json/value.ts';
import { phpTrim } from '../kirby/text/php.ts';
import { renderContext } from '../preview/context.ts';
import { renderBlocks, renderLayout } from '../preview/render-blocks.ts';
import { staticHtml } from '../preview/static.ts';
import type { Model, Site } from '../site/site.ts';
import { type Command, type Option, type Terminal, UsageError } from './command.ts';
import { textOf } from './input.ts';
import { openSiteAt, siteOfFile } from './disk.ts';

const field: Option = {
  name: 'field',
  summary: 'Only this field, by its name.',
  value: { placeholder: 'NAME' },
};
const blocks: Option = { name: 'blocks', summary: 'The input is the value of a blocks field.' };
const layout: Option = { name: 'layout', summary: 'The input is the value of a layout field.' };
const site: Option = {
  name: 'site',
  summary: 'The site in which the files and pages of a value are looked for.',
  value: { placeholder: 'DIR', takes: 'folder' },
};
const page: Option = {
  name: 'page',
  summary: 'The page that has the value, by its id; the site itself by default.',
  value: { placeholder: 'ID' },
};
const url: Option = {
  name: 'url',
  summary: 'What addresses of pages and files begin with; / by default.',
  value: { placeholder: 'BASE' },
};

export const render: Command = {
  name: 'render',
  usage: [
    'kirby-author render FILE [--field NAME] [--url BASE]',
    'kirby-author render --blocks|--layout [--site DIR [--page ID]] [--url BASE] < value.json',
  ],
  summary:
    'Prints the HTML of a page or of one of its fields, or renders the value of a blocks or layout field.',
  operands: 'content',
  options: [field, blocks, layout, site, page, url],
  examples: [
    {
      line: 'kirby-author render content/home/home.txt --field text',
      what: 'The HTML of the field Text.',
    },
    {
      line: 'kirby-author render --layout --site . --page blog < layout.json',
      what: 'Rows, columns and blocks with their HTML, as JSON.',
    },
  ],
  codes: { 1: 'Kirby would stop with an error' },
  async run(given, terminal) {
    const base = given.value(url) ?? '/';
    const baseUrl = base.endsWith('/') ? base : `${base}/`;
    const [folder, id, name] = [given.value(site), given.value(page), given.value(field)];
    if (!given.has(blocks) && !given.has(layout)) {
      if (folder !== undefined || id !== undefined) {
        throw new UsageError('--site and --page go with --blocks or --layout.');
      }
      return renderFile({ paths: given.operands, field: name, baseUrl }, terminal);
    }
    if (given.has(blocks) && given.has(layout))
      throw new UsageError('Choose --blocks or --layout.');
    if (given.operands.length > 0 || name !== undefined) {
      throw new UsageError('The value is read from the input; there is no file or field to name.');
    }
    if (id !== undefined && folder === undefined) {
      throw new UsageError('--page needs --site, the folder of the site that has the page.');
    }
    const kind = given.has(blocks) ? 'blocks' : 'layout';
    return renderValue({ kind, site: folder, page: id ?? 'site', baseUrl }, terminal);
  },
};

async function renderFile(
  {
    paths,
    field,
    baseUrl,
  }: {
    readonly paths: readonly string[];
    readonly field: string | undefined;
    readonly baseUrl: string;
  },
  terminal: Terminal,
): Promise<number> {
  const [given, ...others] = paths;
  if (given === undefined || others.length > 0) throw new UsageError('Name one content file.');
  const file = path.resolve(terminal.folder, given);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`The file ${given} cannot be read.`);
  const found = await siteOfFile(file);
  const content = found?.site.contentFile(found.path);
  const context = renderContext({
    site: found?.site,
    model: content?.model,
    language: content?.language,
    audience: 'page',
    baseUrl,
  });
  const html = staticHtml(parseContent(text), context, content, field);
  if (html === undefined) throw new UsageError(`The file has no field "${field ?? ''}".`);
  terminal.write(`${html}\n`);
  return 0;
}

async function renderValue(
  {
    kind,
    site: folder,
    page,
    baseUrl,
  }: {
    readonly kind: 'blocks' | 'layout';
    readonly site: string | undefined;
    readonly page: string;
    readonly baseUrl: string;
  },
  terminal: Terminal,
): Promise<number> {
  const site =
    folder === undefined ? undefined : await openSiteAt(path.resolve(terminal.folder, folder));
  const model = site === undefined ? undefined : modelOf(site, page);
  const context = renderContext({ site, model, audience: 'page', baseUrl });
  const input = phpTrim(textOf(await terminal.readInput()));
  // A field's value is a text, which may have become a JSON string on its way, or null for none.
  const given = parseJson(input);
  const value = typeof given === 'string' || given === null ? given : input;
  const result = kind === 'blocks' ? renderBlocks(value, context) : renderLayout(value, context);
  terminal.write(`${JSON.stringify(result, undefined, 2)}\n`);
  return 'error' in result ? 1 : 0;
}

/** `site`, or a page by its id. */
function modelOf(site: Site, id: string): Model {
  if (id === 'site') return { kind: 'site' };
  const page = site.page(id);
  if (page === undefined) throw new UsageError(`The site has no page "${id}".`);
  return { kind: 'page', page };
}
