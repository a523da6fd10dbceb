import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import { parseContent } from '../kirby/content/parse.ts';
import { renderContext } from '../preview/context.ts';
import { renderBlocks, renderLayout, type RenderError } from '../preview/render-blocks.ts';
import { staticHtml } from '../preview/static.ts';
import type { Model, Site } from '../site/site.ts';
import { type Command, UsageError } from './command.ts';
import { openSiteAt, siteOfFile } from './disk.ts';

export const render: Command = {
  name: 'render',
  usage: [
    'kirby-author render FILE [--field NAME]',
    'kirby-author render --blocks|--layout [--site DIR --page ID] [--url BASE] < value.json',
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
    const baseUrl = values.url.endsWith('/') ? values.url : `${values.url}/`;
    if (values.blocks || values.layout) {
      const site =
        values.site === undefined
          ? undefined
          : await openSiteAt(resolve(terminal.folder, values.site));
      const model = site === undefined ? undefined : modelOf(site, values.page ?? 'site');
      const context = renderContext({ site, model, audience: 'page', baseUrl });
      const value = (await terminal.readInput()).trim();
      const result = values.blocks ? renderBlocks(value, context) : renderLayout(value, context);
      terminal.write(`${JSON.stringify(result, undefined, 2)}\n`);
      return isError(result) ? 1 : 0;
    }
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new UsageError('Name one content file.');
    const file = resolve(terminal.folder, path);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) throw new UsageError(`The file ${path} cannot be read.`);
    const found = await siteOfFile(file);
    const content = found?.site.contentFile(found.path);
    const context = renderContext({
      site: found?.site,
      model: content?.model,
      audience: 'page',
      baseUrl,
    });
    const html = staticHtml(parseContent(text), context, content, values.field);
    if (html === undefined) throw new UsageError(`The file has no field "${values.field ?? ''}".`);
    terminal.write(`${html}\n`);
    return 0;
  },
};

function isError(result: object): result is RenderError {
  return 'error' in result;
}

/** `site`, or a page by its id. */
function modelOf(site: Site, id: string): Model {
  if (id === 'site') return { kind: 'site' };
  const page = site.page(id);
  if (page === undefined) throw new UsageError(`The site has no page "${id}".`);
  return { kind: 'page', page };
}
