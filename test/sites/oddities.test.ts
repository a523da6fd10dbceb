import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { slice } from '../../server/src/kirby/text/span.ts';
import { type Finding, runRules } from '../../server/src/rules/run.ts';
import { folderOf, sitePath } from '../../server/src/site/site-path.ts';
import {
  contextIn,
  fixtureSite,
  type FolderSite,
  sharedSite,
  sharedSiteNames,
} from '../support/shared-site.ts';
import { sharedFolder } from '../support/shared.ts';

/** A peculiarity of a real site, found by other means than ours. */
interface Oddity {
  readonly site: string;
  readonly kind: string;
  readonly path: string;
  readonly line: number;
  readonly detail: string;
}

const list = path.join(sharedFolder('sites') ?? '', 'oddities.dev.tsv');
const oddities = sharedFolder('sites') !== undefined && existsSync(list) ? readOddities() : [];
const names = sharedSiteNames();

describe.skipIf(oddities.length === 0)(
  'what other means find in real sites (skipped: they are not on this machine)',
  () => {
    test.each(names)('%s', async (name) => {
      const site = await sharedSite(name);
      const found = findingsIn(site);
      expect(lostUuids(found)).toEqual(theirLostUuids(name));
      expect(lostNames(found)).toEqual(theirLostNames(name, site));
      expect(doubleUuids(found)).toEqual(theirDoubleUuids(name));
      // Where metadata has lost its file, nearly all of it has: the media of that site are not in its
      // repository. So it has no orphans for us, and no pages that lose their content to one.
      const orphans = oddities.filter(
        (one) => one.site === name && one.kind.startsWith('orphan-meta'),
      );
      expect(site.site.media).toBe(orphans.length > 0 ? 'mostly-absent' : 'present');
      expect(only(found, 'orphan-metadata', 'missing-binary')).toEqual([]);
    });
  },
);

function lostUuids(found: readonly Placed[]): readonly string[] {
  return only(found, 'missing-uuid', 'missing-link-target')
    .map((one) => `${one.path}:${one.line} ${one.marked}`)
    .sort();
}

function theirLostUuids(name: string): readonly string[] {
  return of(name, 'unresolved-uuid')
    .map((one) => `${one.path}:${one.line} ${one.detail}`)
    .sort();
}

function lostNames(found: readonly Placed[]): readonly string[] {
  return only(found, 'missing-file')
    .map((one) => `${one.path} ${one.marked}`)
    .sort();
}

function theirLostNames(name: string, site: FolderSite): readonly string[] {
  return (
    of(name, 'unresolved-filename')
      // A value that is nothing but a name, in a field of which no blueprint says that it is for
      // files: to Kirby it is a text, and what a template makes of it nobody knows.
      .filter(
        ({ detail, path: at }) => !detail.endsWith('(whole value)') || hasFilesField(site, at),
      )
      .map((one) => `${one.path} ${one.detail.replace(/ \(.*$/u, '')}`)
      .sort()
  );
}

/** The list cuts what is long. */
const LONGEST = 200;

function doubleUuids(found: readonly Placed[]): readonly string[] {
  const owners = new Map<string, string[]>();
  const doubles = only(found, 'duplicate-uuid');
  // The one that Kirby finds first, as the list has it.
  for (const one of doubles.toSorted((a, b) => rank(a.finding) - rank(b.finding))) {
    const isFile = /^(?:The file|\d+ other files) /u.test(one.finding.problem.message);
    const owner = isFile
      ? one.path.replace(/(?:\.[a-z]{2})?\.txt$/u, '')
      : folderOf(sitePath(one.path));
    const uuid = `${isFile ? 'file' : 'page'}://${one.marked}`;
    owners.set(uuid, [...(owners.get(uuid) ?? []), owner]);
  }
  return [...owners]
    .map(([uuid, [first = '', ...others]]) => {
      const detail = `${uuid} also in ${others.sort().join(', ')}`;
      return `${first} ${detail.slice(0, LONGEST)}`;
    })
    .sort();
}

function theirDoubleUuids(name: string): readonly string[] {
  return of(name, 'duplicate-uuid')
    .map((one) => `${one.path} ${one.detail}`)
    .sort();
}

describe('a site whose media are kept elsewhere', () => {
  test('is as quiet as with them', async () => {
    const whole = await fixtureSite('magazine');
    const bare = await fixtureSite('magazine', {}, (file) => /\.(?:txt|yml|php)$/u.test(file));
    expect(whole.site.media).toBe('present');
    expect(bare.site.media).toBe('mostly-absent');
    const codes = ({ finding }: Placed): string => finding.rule.code;
    expect(findingsIn(bare).map(codes)).toEqual(findingsIn(whole).map(codes));
    expect([...bare.site.pages()].map(({ template }) => template)).toEqual(
      [...whole.site.pages()].map(({ template }) => template),
    );
  });

  test('speaks up while few are missing', async () => {
    const all = await fixtureSite('magazine');
    const [photo] = [...all.contents.keys()]
      .filter((file) => /\.(?:jpg|png|svg|webp)\.txt$/u.test(file))
      .map((file) => file.replace(/\.txt$/u, ''));
    const site = await fixtureSite('magazine', {}, (file) => file !== photo);
    expect(site.site.media).toBe('present');
    const found = only(findingsIn(site), 'orphan-metadata');
    expect(found.map((one) => one.path)).toEqual([`${photo ?? ''}.txt`]);
  });
});

interface Placed {
  readonly path: string;
  readonly line: number;
  readonly marked: string;
  readonly finding: Finding;
}

function only(found: readonly Placed[], ...codes: readonly string[]): readonly Placed[] {
  return found.filter(({ finding }) => codes.includes(finding.rule.code));
}

function findingsIn({ site, contents }: FolderSite): readonly Placed[] {
  return [...contents].flatMap(([at, text]) =>
    runRules(contextIn(site, at, text)).findings.map((finding) => {
      const { span } = finding.problem;
      const marked = slice(text, span).replaceAll('\\/', '/');
      return { path: at, line: text.slice(0, span.start).split('\n').length, marked, finding };
    }),
  );
}

function rank({ severity }: Finding): number {
  return severity === 'information' ? 0 : 1;
}

function hasFilesField({ site }: FolderSite, at: string): boolean {
  const model = site.contentFile(sitePath(at))?.model;
  const fields = (model && site.blueprints.of(model)?.fields) ?? new Map();
  return [...fields.values()].some(({ type }) => type === 'files');
}

function of(site: string, kind: string): readonly Oddity[] {
  return oddities.filter((one) => one.site === site && one.kind === kind);
}

function readOddities(): readonly Oddity[] {
  const [, ...rows] = readFileSync(list, 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [site = '', kind = '', at = '', line = '0', , detail = ''] = row.split('\t');
    return { site, kind, path: at, line: Number(line), detail };
  });
}
