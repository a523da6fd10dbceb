import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { jsonFields } from '../../server/src/site/json-fields.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { sharedFolder } from '../support/shared.ts';
import { siteFrom } from '../support/site.ts';

const sites = sharedFolder('sites');

/** Public sites with many layouts and blocks; all there are would take too long for a unit test. */
const names = [
  'FF3300-studio__k5-spicgil',
  'noffolo__k5-base',
  'POP-Collectif__mediations',
  'NiklasOsowitz__NiklasOsowitz',
];

function filesOf(root: string): Readonly<Record<string, string>> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return Object.fromEntries(
    paths.map((path) => [
      path,
      /\.(?:txt|yml|php)$/.test(path) ? readFileSync(join(root, path), 'utf8') : '',
    ]),
  );
}

describe.skipIf(sites === undefined)('real sites (skipped without the shared sites)', () => {
  it.each(names)('%s', async (name) => {
    const files = filesOf(join(sites ?? '', name));
    const site = await siteFrom(files);
    let found = 0;
    for (const [path, text] of Object.entries(files)) {
      if (!path.startsWith('content/') || !path.endsWith('.txt')) continue;
      const file = site.contentFile(sitePath(path));
      const document = parseContent(text);
      const fields = jsonFields(document, site, file).filter(
        ({ field }) => field.value.text !== '',
      );
      const byShape = jsonFields(parseContent(text), undefined, undefined);
      expect(byShape.map(({ field, kind }) => [field.name, kind])).toEqual(
        fields.map(({ field, kind }) => [field.name, kind]),
      );
      found += fields.length;

      const context = renderContext({ site, model: file?.model, audience: 'editor' });
      const { roots, fragments, broken } = renderPage(document, context, file);
      expect(broken).toEqual([]);
      const slots = [...fragments.values()].flatMap(({ html }) =>
        [...html.matchAll(/<kirby-slot data-key="([^"]*)">/g)].map(([, key]) => key),
      );
      expect([...roots, ...slots].sort()).toEqual([...fragments.keys()].sort());
    }
    expect(found).toBeGreaterThan(10);
  });
});
