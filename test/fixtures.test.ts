import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const dossier = 'magazine/content/magazines/1_reparer-ensemble';

function read(name: string): string {
  return readFileSync(path.join(fixtures, name), 'utf8');
}

/** Paths of all files below a folder of the fixtures, from the fixtures' root. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => path.posix.extname(name) !== '');
}

/** The value of a field, cut out by hand: these tests look at the fixtures, not at the parser. */
function field(text: string, name: string): string {
  const parts = text.split(/\n\n----\n\n/);
  const part = parts.find((one) => one.startsWith(`${name}:`)) ?? '';
  return part.slice(name.length + 1).trim();
}

describe('the example site', () => {
  const files = filesBelow('magazine/content');
  const texts = files.filter((name) => name.endsWith('.txt'));
  const metadata = texts.filter((name) => /\.\w+\.txt$/.test(name));
  const uuids = texts.map((name) => field(read(name), 'Uuid'));

  test('gives every page and file a UUID of its own', () => {
    expect(uuids.filter((uuid) => !/^\w{16}$/.test(uuid))).toEqual([]);
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  test('has the file that each metadata file describes', () => {
    expect(metadata.length).toBeGreaterThan(15);
    expect(metadata.filter((name) => !existsSync(path.join(fixtures, name.slice(0, -4))))).toEqual(
      [],
    );
  });

  test('names only files that it has', () => {
    const named = texts.flatMap((name) =>
      Array.from(read(name).matchAll(/file:\\?\/\\?\/(\w+)/g), ([, uuid]) => ({ name, uuid })),
    );
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter(({ uuid }) => !uuids.includes(uuid ?? ''))).toEqual([]);
  });

  test('holds the styles in which Kirby has written layouts', () => {
    const legacy = field(read(`${dossier}/1_avant-propos/article.txt`), 'Layout');
    expect(legacy.length).toBeGreaterThan(14_000);
    expect(legacy).toMatch(/\\u00e9/);
    expect(legacy).toMatch(/\\\//);
    expect(legacy).not.toMatch(/[^\x20-\x7e]/);
    const modern = field(read(`${dossier}/2_le-grille-pain-de-madame-lopez/article.txt`), 'Layout');
    expect(modern).toMatch(/é/);
    expect(modern).not.toMatch(/\\u|\\\/|\n/);
    const pretty = field(read(`${dossier}/3_la-bibliotheque-des-outils/article.txt`), 'Layout');
    expect(pretty).toMatch(/^\[\n {4}\{\n {8}"attrs"/);
  });

  test('uses every block type of Kirby', () => {
    const page = 'magazine/content/magazines/2_carnet-d-atelier/1_toutes-les-briques/article.txt';
    const layout = field(read(page), 'Layout');
    const types = new Set(Array.from(layout.matchAll(/"type":"(\w+)"/g), ([, type]) => type));
    expect([...types].sort()).toEqual([
      'code',
      'gallery',
      'heading',
      'image',
      'line',
      'list',
      'markdown',
      'quote',
      'table',
      'text',
      'video',
    ]);
  });
});

describe('the broken site', () => {
  const pages = readdirSync(path.join(fixtures, 'broken', 'content')).filter((name) =>
    /^\d+_/.test(name),
  );
  const listed = read('broken/FAULTS.md').matchAll(/^\| `(\d+_[^`]+)` \|/gm);

  test('has a page for every row of its list, and no other', () => {
    const rows = new Set(Array.from(listed, ([, page]) => page));
    expect([...rows].sort()).toEqual(pages.filter((name) => name !== '0_intact').sort());
  });

  test.each(pages.filter((name) => !/^(0|19|11)_/.test(name)))(
    '%s cannot be read as JSON',
    (page) => {
      const layout = field(read(`broken/content/${page}/article.txt`), 'Layout');
      expect(layout).toMatch(/^\[/);
      expect(() => {
        JSON.parse(layout);
      }).toThrow();
    },
  );

  test.each(['0_intact', '19_meaning'])('%s can be read as JSON', (page) => {
    const layout = field(read(`broken/content/${page}/article.txt`), 'Layout');
    expect(() => {
      JSON.parse(layout);
    }).not.toThrow();
  });

  test('half an emoji, which JavaScript takes and PHP does not', () => {
    expect(read('broken/content/11_lone-surrogate/article.txt')).toMatch(/\\ud83d"/);
  });
});
