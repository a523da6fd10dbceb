import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseContent } from '../kirby/content/parse.ts';
import { parseJson } from '../kirby/json/value.ts';
import { phpTrim } from '../kirby/text/php.ts';
import { renderContext } from '../preview/context.ts';
import { renderBlocks, renderLayout } from '../preview/render-blocks.ts';
import { staticHtml } from '../preview/static.ts';
import type { Model, Site } from '../site/site.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { openSiteAt, siteOfFile } from './disk.ts';

export const render: Command = {
  name: 'render',
  usage: [
    'kirby-author render FILE [--field NAME] [--url BASE]',
    'kirby-author render --blocks|--layout [--site DIR [--page ID]] [--url BASE] < value.json',
  ],
  summary:
    'Prints the HTML of a page or of one of its fields, or renders the value of a blocks or layout field.',
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        field: { type: 'string' },
        blocks: { type: 'boolean', default: false },
        layout: { type: 'boolean', default: false },
        site: { type: 'string' },
        page: { type: 'string' },
        url: { type: 'string', default: '/' },
      },
    });
    const { field, site, page, url } = values;
    const baseUrl = url.endsWith('/') ? url : `${url}/`;
    if (!values.blocks && !values.layout) {
      if (site !== undefined || page !== undefined) {
        throw new UsageError('--site and --page go with --blocks or --layout.');
      }
      return renderFile({ paths: positionals, field, baseUrl }, terminal);
    }
    if (values.blocks && values.layout) throw new UsageError('Choose --blocks or --layout.');
    if (positionals.length > 0 || field !== undefined) {
      throw new UsageError('The value is read from the input; there is no file or field to name.');
    }
    if (page !== undefined && site === undefined) {
      throw new UsageError('--page needs --site, the folder of the site that has the page.');
    }
    const kind = values.blocks ? 'blocks' : 'layout';
    return renderValue({ kind, site, page: page ?? 'site', baseUrl }, terminal);
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
  const input = phpTrim(await terminal.readInput());
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
