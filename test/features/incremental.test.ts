import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { jsonText } from '../../server/src/kirby/json/json-text.ts';
import { plainText } from '../../server/src/kirby/text/mapped-text.ts';
import type { Site } from '../../server/src/site/site.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom, type SiteFiles } from '../support/site.ts';

/** More, from the command line: `EDIT_RUNS=200`. */
const numRuns = Number(process.env['EDIT_RUNS'] ?? 8);

const folder = fileURLToPath(new URL('../fixtures/magazine', import.meta.url));

const magazine: SiteFiles = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const isText = /\.(?:txt|yml|php)$/.test(path);
      const inside = path.slice(folder.length + 1).replaceAll('\\', '/');
      return [inside, isText ? readFileSync(path, 'utf8') : ''] as const;
    }),
);

/** One of most field types, in the file, in a structure, in blocks and in the settings of rows. */
const fields = `
  count:
    type: number
    max: 5
  day:
    type: date
  until:
    type: date
  mail:
    type: email
  tint:
    type: color
  choice:
    type: select
    options: [one, two]
  note:
    type: textarea
    maxlength: 60
  body:
    type: writer
  cover:
    type: files
`;
const indented = (by: number): string => fields.replaceAll('\n', `\n${' '.repeat(by)}`);

const various: SiteFiles = {
  'site/blueprints/pages/various.yml': `title: Various
fields:${indented(0)}
  layout:
    type: layout
    settings:
      fields:${indented(6)}
    fieldsets:
      heading: heading
      image: image
      markdown: markdown
      list: list
      thing:
        fields:${indented(8)}
  rows:
    type: structure
    fields:${indented(4)}
  after:
    type: blocks
`,
  'content/1_various/various.txt': [
    'Title: Various',
    'Count: 3',
    'Day: 2024-02-29',
    `Layout: ${JSON.stringify(Array.from({ length: 8 }, (_, row) => layoutRow(row)))}`,
    'Rows:\n\n-\n  count: 3\n  day: 2024-02-30\n  note: See (link: nowhere)\n-\n  mail: a@b.example\n  choice: three',
    'Note: A text with (image: missing.jpg) and (link: page://nobody text: x).',
    'Mail: nobody',
    `After: ${JSON.stringify(Array.from({ length: 12 }, (_, at) => block(at)))}`,
    'Cover: - missing.jpg',
  ].join('\n\n----\n\n'),
};

function layoutRow(row: number): object {
  return {
    attrs: row % 2 === 0 ? [] : { count: row, day: '2024-01-01', note: '(link: a' },
    columns: [
      {
        blocks: [block(row), block(row + 20)],
        id: `column-${row}`,
        width: row === 3 ? '1/5' : '1/1',
      },
    ],
    id: row === 5 ? 'row-4' : `row-${row}`,
  };
}

function block(at: number): object {
  const contents = [
    { type: 'heading', content: { level: 'h2', text: `Heading <em>${at}</em>` } },
    { type: 'image', content: { image: [`photo-${at}.jpg`], link: 'page://nobody' } },
    {
      type: 'thing',
      content: { count: at, day: `2024-02-${at + 10}`, body: '<p>a<script>b</script></p>' },
    },
    { type: 'markdown', content: { text: `(image: a.jpg) (lnk: ${at})` } },
    { type: 'list', content: { text: '<ul><li>one</li></ul>' } },
    { type: 'unheard', content: [] },
  ];
  return { ...contents[at % contents.length], id: `block-${at % 10}`, isHidden: false };
}

function textOf(file: SiteFiles[string] | undefined): string {
  return typeof file === 'string' ? file : '';
}

interface Edited {
  readonly files: SiteFiles;
  readonly path: string;
}

const documents: readonly Edited[] = [
  ...Object.keys(magazine)
    .filter((path) => /^content\/.*\/article\.txt$/.test(path))
    .map((path) => ({ files: magazine, path })),
  ...[1, 2, 3].map(() => ({ files: various, path: 'content/1_various/various.txt' })),
];

const piece = fc.oneof(
  fc.constantFrom('x', '1', ' ', '"', '\\', '},{', '[', ']', '{', '}', ',', ':', '\n', '\n----\n'),
  fc.constantFrom('<b>', '<script>', '(link: ', '(image: x.jpg)', 'file://nothing', '\\u00e9', '-'),
  fc.constantFrom('\n----\nCount: 9', '\n\n----\n\nNew: y', ',"id":"row-1"', '"id":"a",', '2024'),
);

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 0, 1, 1, 3, 40),
  piece,
  /** Where the next edit starts from: this version, the one before, or the very first. */
  next: fc.constantFrom('this', 'this', 'before', 'first'),
  /** A piece of the text that is repeated here, from so far back. */
  repeated: fc.constantFrom(0, 0, 0, 0, 150),
});

/** Every version of a text that the edits make, slips and what takes them back included. */
function versionsOf(
  first: string,
  edits: readonly (typeof edit extends fc.Arbitrary<infer E> ? E : never)[],
): readonly string[] {
  const versions = [first];
  let text = first;
  for (const { at, removed, piece: inserted, next, repeated } of edits) {
    const from = Math.floor(at * text.length);
    const again = text.slice(Math.max(0, from - repeated), from);
    const edited = text.slice(0, from) + inserted + again + text.slice(from + removed);
    versions.push(edited);
    if (next === 'before') versions.push(text);
    else text = next === 'this' ? edited : first;
  }
  return versions;
}

/** All that is said about a text, fixes included, as plain data. */
function answers(text: string, site: Site, path: string): unknown {
  const document = parseContent(text);
  const file = site.contentFile(sitePath(path));
  const context = { document, site, file, today: '2024-05-05T12:00:00' };
  return {
    findings: diagnostics(context, {}).map(({ rule, severity, problem }) => ({
      code: rule.code,
      severity,
      message: problem.message,
      span: problem.span,
      related: problem.related,
      fixes: problem.fixes?.(),
    })),
    symbols: documentSymbols(context),
  };
}

/** Has everything forgotten that was read from texts like these. */
function forget(): void {
  for (let digit = 0; digit < 9; digit++) {
    jsonText(plainText(`[${`${digit},`.repeat(2000)}0]`, 0));
  }
}

describe('after any edits', () => {
  test.each(documents)(
    '$path is answered for as if it were new',
    async ({ files, path }) => {
      const first = textOf(files[path]);
      const site = await siteFrom(files);
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 3, maxLength: 8 }), async (edits) => {
          const versions = versionsOf(first, edits);
          const said = versions.map((text) => answers(text, site, path));
          for (const [index, text] of versions.entries()) {
            forget();
            expect(said[index]).toEqual(answers(text, await siteFrom(files), path));
          }
        }),
        { numRuns },
      );
    },
    120_000,
  );
});
