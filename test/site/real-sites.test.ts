import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { misses } from '../../server/src/rules/mentions.ts';
import type { Model, Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';
import { sharedFolder } from '../support/shared.ts';

const sites = sharedFolder('sites');

/** What a real Kirby answered about a site whose media were empty placeholders. */
interface Answers {
  readonly languages: readonly { readonly code: string; readonly default: boolean }[];
  readonly 'yaml.handler': string;
  /** With drafts, as `templates` too. */
  readonly pages: number;
  readonly drafts: number;
  readonly files: number;
  readonly templates: Readonly<Record<string, number>>;
  /** By UUID; several where it depends on the page that asks, `null` where there is nothing. */
  readonly refs: Readonly<Record<string, readonly string[] | null>> | readonly never[];
}

const names =
  sites === undefined
    ? []
    : readdirSync(path.join(sites, '_kirby-answers')).map((name) => path.basename(name, '.json'));

describe.skipIf(sites === undefined)('real sites (skipped: they are not on this machine)', () => {
  test.each(names)('%s is read as Kirby reads it', async (name) => {
    const answers = answersOf(name);
    const site = await siteFrom(filesOf(path.join(sites ?? '', name)));
    const all = [...site.pages()];

    expect(site.options.languages).toEqual(answers.languages.map(({ code }) => code).sort());
    expect(site.options.yamlHandler).toBe(answers['yaml.handler'].split(' ')[0]);
    expect(all.length).toBe(answers.pages);
    expect(all.filter(({ status }) => status === 'draft').length).toBe(answers.drafts);
    expect(filesThere(site)).toBe(answers.files);
    // Where the media are kept elsewhere, Kirby takes metadata for content, and the UUIDs of those
    // pages are gone. That is so on this computer only, and nothing that an author needs to hear.
    const isWhole = site.media === 'present';
    expect(isWhole).toBe(name !== 'noffolo__k5-base');
    if (isWhole) expect(countTemplates(site)).toEqual(answers.templates);

    for (const [uuid, expected] of Object.entries(answers.refs)) {
      if (uuid.startsWith('user://') || (expected === null && !isWhole)) continue;
      expect([uuid, resolutions(site, uuid, expected ?? [])]).toEqual([uuid, expected ?? ['']]);
    }
  });
});

describe.skipIf(sites === undefined)(
  'mentions on real sites (skipped: they are not on this machine)',
  () => {
    test.each(names)(
      '%s: the UUIDs that are reported are those that Kirby does not find',
      async (name) => {
        const files = filesOf(path.join(sites ?? '', name));
        const site = await siteFrom(files);
        if (site.media === 'mostly-absent') return;
        const reported = new Set<string>();
        for (const [file, text] of Object.entries(files)) {
          const context = {
            site,
            document: parseContent(text),
            file: site.contentFile(sitePath(file)),
          };
          for (const { reference } of misses(context)) {
            if (!('uuid' in reference)) continue;
            reported.add(`${reference.kind.replace('-uuid', '')}://${reference.uuid}`);
          }
        }
        const missing = Object.entries(answersOf(name).refs)
          .filter(([uuid, found]) => found === null && !uuid.startsWith('user://'))
          .map(([uuid]) => uuid);
        expect([...reported].sort()).toEqual(missing.sort());
      },
    );
  },
);

/** What a UUID leads to, asked from each page that is expected to have the file, or from the site. */
function resolutions(site: Site, uuid: string, expected: readonly string[]): readonly string[] {
  const models = expected.length > 1 ? expected.map((id) => ownerOf(site, id)) : [siteModel];
  return models.map((from) => {
    if (uuid.startsWith('page://')) {
      const found = site.resolvePage(uuid, from);
      return found.status === 'found' ? found.page.id : '';
    }
    const found = site.resolveFile(uuid, from);
    return found.status === 'found' ? found.file.id : '';
  });
}

const siteModel: Model = { kind: 'site' };

function ownerOf(site: Site, fileId: string): Model {
  const page = site.page(path.posix.dirname(fileId));
  return page === undefined ? siteModel : { kind: 'page', page };
}

function filesThere(site: Site): number {
  const owners = [site.folder(site.options.contentFolder), ...site.pages()];
  const files = owners.flatMap((owner) => [...(owner?.files.values() ?? [])]);
  return files.filter(({ hasBinary }) => hasBinary).length;
}

function countTemplates(site: Site): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { template } of site.pages()) counts[template] = (counts[template] ?? 0) + 1;
  return counts;
}

function answersOf(name: string): Answers {
  const file = path.join(sites ?? '', '_kirby-answers', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Answers;
}

function filesOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const absolute = path.join(entry.parentPath, entry.name);
    const relative = path.relative(folder, absolute).split(path.sep).join('/');
    files[relative] = /\.(?:txt|yml|php)$/.test(entry.name) ? readFileSync(absolute, 'utf8') : '';
  }
  const list = readFileSync(path.join(folder, 'files.txt'), 'utf8');
  for (const line of list.split('\n')) {
    const [, file] = line.split('\t');
    if (!line.startsWith('#') && file !== undefined) files[file] ??= '';
  }
  return files;
}
