import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { configSchema, tablePages, withTable } from '../scripts/tables.mjs';
import { ruleCodes, severityNames } from '../server/src/features/diagnostics.ts';
import { renderers } from '../server/src/preview/blocks/index.ts';
import { blueprintRules } from '../server/src/rules/blueprint/index.ts';
import { rules } from '../server/src/rules/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

/** Who may import whom: each folder with the folders it references, as ARCHITECTURE.md draws it. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'server/src/kirby': [],
  'server/src/site': ['kirby'],
  'server/src/rules': ['kirby', 'site'],
  'server/src/preview': ['kirby', 'site'],
  'server/src/features': ['kirby', 'site', 'rules', 'preview'],
  'server/src/protocol': [],
  'server/src/lsp': ['kirby', 'site', 'rules', 'preview', 'features', 'protocol'],
  'server/src/node': ['kirby', 'site', 'lsp'],
  'server/src/browser': ['kirby', 'site', 'lsp'],
  'server/src/cli': ['kirby', 'site', 'rules', 'preview', 'features', 'node'],
  'client/messages': [],
  'client/src': ['protocol', 'messages'],
  'client/webview': ['messages'],
};

interface TsConfig {
  readonly compilerOptions?: { readonly types?: readonly string[] };
  readonly references?: readonly { readonly path: string }[];
}

const config = (folder: string): TsConfig =>
  JSON.parse(read(`${folder}/tsconfig.json`)) as TsConfig;

describe('layers', () => {
  test.each(Object.entries(layers))('%s imports only what stands below it', (folder, expected) => {
    const found = config(folder).references?.map(({ path }) => basename(path)) ?? [];
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('every layer is part of the build', () => {
    const built = config('.').references?.map(({ path }) => path) ?? [];
    expect(built.toSorted()).toEqual([...Object.keys(layers), 'test'].toSorted());
  });

  test.each(['kirby', 'site', 'rules', 'preview', 'features', 'protocol', 'lsp'])(
    '%s knows neither Node nor a browser',
    (folder) => {
      expect(config(`server/src/${folder}`).compilerOptions?.types).toEqual([]);
    },
  );
});

describe('rules', () => {
  const folders = new Map([
    ...rules.map(({ code }) => [code, 'rules'] as const),
    ...blueprintRules.map(({ code }) => [code, 'rules/blueprint'] as const),
  ]);
  const codes = [...rules, ...blueprintRules].map(({ code }) => code);

  test('have codes of their own', () => {
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(codes)('%s has a file, a test and a page of its name', (code) => {
    const folder = folders.get(code) ?? '';
    const files = [
      `server/src/${folder}/${code}.ts`,
      `test/${folder}/${code}.test.ts`,
      `docs/rules/${code}.md`,
    ];
    expect(files.filter((file) => !existsSync(`${root}/${file}`))).toEqual([]);
    expect(read(`docs/rules/${code}.md`)).toMatch(new RegExp(`^# ${code}\n`));
    expect(read('docs/rules.md')).toContain(`(rules/${code}.md)`);
  });

  test.each([...rules, ...blueprintRules])('$code has the severity of its page', (rule) => {
    const [, severity] = /^\*\*Severity:\*\* (\w+)/m.exec(read(`docs/rules/${rule.code}.md`)) ?? [];
    expect(severity).toBe(rule.severity);
  });

  test('every page in docs/rules is a rule', () => {
    const pages = readdirSync(`${root}/docs/rules`).map((file) => basename(file, '.md'));
    expect(pages.toSorted()).toEqual(codes.toSorted());
  });
});

describe('the documentation', () => {
  test.each(tablePages)('%s has the table that scripts/tables.mjs makes', (page) => {
    expect(withTable(read(page))).toBe(read(page));
  });

  test('counts the rules', () => {
    const [, count] = /\*\*(\d+) checks\*\*/.exec(read('README.md')) ?? [];
    expect(Number(count), 'node scripts/tables.mjs counts them').toBe(codesOfRules().length);
  });

  test('leads to pages, sections and pictures that are there', () => {
    const pages = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md'];
    const docs = readdirSync(`${root}/docs`, { encoding: 'utf8', recursive: true });
    const more = docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
    const lost = [...pages, ...more].flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(#[^)\s]+)?[^)]*\)/g)]
        .filter(([, link = '', section]) => !leads(page, link, section))
        .map(([link]) => `${page}: ${link}`),
    );
    expect(lost).toEqual([]);
  });
});

/** Whether a link of a page has a target: a file, and a heading in it where it names one. */
function leads(page: string, link: string, section: string | undefined): boolean {
  const file = link === '' ? page : join(dirname(page), link);
  if (!existsSync(`${root}/${file}`)) return false;
  if (section === undefined) return true;
  const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return headings.includes(section.slice(1));
}

function codesOfRules(): readonly string[] {
  return [...rules, ...blueprintRules].map(({ code }) => code);
}

describe('the schema of kirby-author.config.json', () => {
  const file = 'schemas/kirby-author.config.schema.json';

  test('is what scripts/tables.mjs makes', () => {
    expect(configSchema()).toBe(read(file));
  });

  test('knows every rule and every severity', () => {
    const { properties } = JSON.parse(read(file)) as {
      properties: { rules: { properties: Record<string, { enum: readonly string[] }> } };
    };
    const known = properties.rules.properties;
    expect(Object.keys(known).toSorted()).toEqual([...ruleCodes].toSorted());
    for (const { enum: severities } of Object.values(known)) {
      expect(severities).toEqual(severityNames);
    }
  });
});

describe('block renderers', () => {
  test.each(Object.keys(renderers))('%s has a file of its name', (type) => {
    expect(existsSync(`${root}/server/src/preview/blocks/${type}.ts`)).toBe(true);
  });
});
