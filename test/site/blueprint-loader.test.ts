import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../server/src/kirby/blueprint/blueprint.ts';
import { scalarText } from '../../server/src/kirby/blueprint/raw.ts';
import type { JsonValue } from '../../server/src/kirby/json/value.ts';
import { blueprintSet, kirbyBlueprints } from '../../server/src/site/blueprint-loader.ts';
import type { BlueprintSet } from '../../server/src/site/blueprint-set.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import type { Model } from '../../server/src/site/site.ts';
import { sharedFolder } from '../support/shared.ts';
import { vectors } from '../support/vectors.ts';

type PhpMap = Readonly<Record<string, unknown>>;

const noPlugins = { yamlHandler: 'spyc', languages: ['en'], hasPlugins: false } as const;

function isRecord(value: unknown): value is PhpMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** PHP writes an empty map as `[]`. */
function record(value: unknown): PhpMap {
  return isRecord(value) ? value : {};
}

function propsOf(fields: ReadonlyMap<string, FieldDefinition> | undefined): PhpMap {
  return Object.fromEntries(
    [...(fields?.values() ?? [])].map(({ props }) => [scalarText(props['name']), props]),
  );
}

function page(template: string): Model {
  return {
    kind: 'page',
    page: {
      kind: 'page',
      folder: sitePath(`content/${template}`),
      id: template,
      slug: template,
      num: undefined,
      status: 'unlisted',
      template,
      title: undefined,
      uuid: undefined,
      contentPath: undefined,
      files: new Map(),
    },
  };
}

/** The model that a blueprint's name belongs to, so that Kirby's fallbacks are asked for, too. */
function blueprintOf(set: BlueprintSet, name: string): ReturnType<BlueprintSet['of']> {
  return name.startsWith('pages/')
    ? set.of(page(name.slice('pages/'.length)))
    : set.blueprint(name);
}

/** Compares what Kirby's form says of a field with what is known of it here. */
function expectForm(form: unknown, definition: FieldDefinition | undefined): void {
  const { value } = record(form);
  const expected = record(value ?? form);
  expect(definition?.name).toBe(expected['name']);
  expect(definition?.type).toBe(expected['type']);
  if (definition?.type !== 'info' && definition?.type !== 'headline') {
    expect([expected['name'], definition?.label]).toEqual([expected['name'], expected['label']]);
  }
  if (typeof expected['required'] === 'boolean')
    expect(definition?.required).toBe(expected['required']);
  if (Array.isArray(expected['options']) && definition?.options !== undefined) {
    expect(definition.options.map(({ value: stored }) => stored)).toEqual(
      expected['options'].map((option: unknown) => String(record(option)['value'])),
    );
  }
  if (Array.isArray(expected['layouts'])) expect(definition?.layouts).toEqual(expected['layouts']);
  if (isRecord(expected['settings'])) expectTabs(expected['settings'], definition?.settings);
  if (isRecord(expected['fieldsets'])) {
    expect([...(definition?.fieldsets?.keys() ?? [])]).toEqual(Object.keys(expected['fieldsets']));
    for (const [type, fieldset] of Object.entries(expected['fieldsets'])) {
      const known = definition?.fieldsets?.get(type);
      expect(known?.name).toBe(record(fieldset)['name']);
      expect(known?.icon ?? null).toBe(record(fieldset)['icon']);
      expectTabs(fieldset, known?.fields);
    }
  }
  if (isRecord(expected['fields']) && definition?.type === 'structure') {
    expectFields(expected['fields'], definition.fields);
  }
}

function expectTabs(
  fieldset: unknown,
  fields: ReadonlyMap<string, FieldDefinition> | undefined,
): void {
  const tabs = Object.values(record(record(fieldset)['tabs'])).map((tab) =>
    record(record(tab)['fields']),
  );
  expectFields(Object.assign({}, ...tabs) as PhpMap, fields);
}

function expectFields(
  expected: PhpMap,
  fields: ReadonlyMap<string, FieldDefinition> | undefined,
): void {
  expect([...(fields?.values() ?? [])].map(({ name }) => name)).toEqual(Object.keys(expected));
  for (const [name, form] of Object.entries(expected)) {
    expectForm(
      form,
      [...(fields?.values() ?? [])].find((field) => field.name === name),
    );
  }
}

describe('blueprints as Kirby resolves them', () => {
  test.each(vectors('blueprints-custom').map((vector) => [vector.name, vector] as const))(
    '%s',
    (_, vector) => {
      const { request, result } = vector;
      const options = record(request['options']);
      const set = blueprintSet(
        new Map(Object.entries(record(record(request['site'])['site'])) as [string, string][]),
        {
          ...noPlugins,
          yamlHandler: options['yaml.handler'] === 'symfony' ? 'symfony' : 'spyc',
          ...('blocks' in options && {
            defaultFieldsets: record(options['blocks'])['fieldsets'] as JsonValue,
          }),
        },
      );
      const name = String(request['blueprint']);
      const expected = record(result);
      if ('fieldset' in expected) {
        const type = name.slice('blocks/'.length);
        const fieldset = set.fieldset(type);
        expect(fieldset?.type).toBe(record(expected['fieldset'])['type']);
        expect(fieldset?.name).toBe(record(expected['fieldset'])['name']);
        expectTabs(expected['fieldset'], fieldset?.fields);
        return;
      }
      const blueprint = blueprintOf(set, name);
      expect(blueprint?.name).toBe(expected['name']);
      expect(blueprint?.title).toBe(expected['title']);
      expect(propsOf(blueprint?.fields)).toEqual(record(expected['fields']));
      expect(Object.keys(propsOf(blueprint?.fields))).toEqual(
        Object.keys(record(expected['fields'])),
      );
      expectFields(record(record(expected['form'])['fields']), blueprint?.fields);
    },
  );
});

describe('where blueprints come from', () => {
  const text = (label: string): string => `title: ${label}\nfields:\n  a:\n    type: text\n`;
  const withPlugins = { ...noPlugins, hasPlugins: true };

  test('the site comes before its plugins, a later plugin before an earlier one', () => {
    const set = blueprintSet(
      new Map([
        ['plugins/b/blueprints/pages/x.yml', text('B')],
        ['plugins/a/blueprints/pages/x.yml', text('A')],
        ['plugins/a/blueprints/pages/y.yml', text('A')],
        ['plugins/_off/blueprints/pages/z.yml', text('Off')],
        ['plugins/c/src/blueprints/pages/deep.yml', text('C')],
        ['blueprints/pages/y.yml', text('Site')],
        ['blueprints/pages/yaml.yaml', text('Kirby ignores it')],
      ]),
      withPlugins,
    );
    expect(set.blueprint('pages/x')?.title).toBe('B');
    expect(set.blueprint('pages/y')?.title).toBe('Site');
    expect(set.blueprint('pages/deep')?.title).toBe('C');
    expect(set.blueprint('pages/z')).toBeUndefined();
    expect(set.blueprint('pages/yaml')).toBeUndefined();
  });

  test('a page without a blueprint has the default one, completely if nothing can hide', () => {
    const texts = new Map([['blueprints/pages/default.yml', text('Default')]]);
    expect(blueprintSet(texts, noPlugins).of(page('x'))).toMatchObject({
      title: 'Default',
      complete: true,
    });
    expect(blueprintSet(texts, withPlugins).of(page('x'))).toMatchObject({
      title: 'Default',
      complete: false,
    });
  });

  test('a blueprint that cannot be read leaves the default one, incomplete', () => {
    const php = blueprintSet(new Map([['plugins/p/blueprints/pages/x.php', '']]), withPlugins);
    expect(php.of(page('x'))).toMatchObject({ name: 'pages/default', complete: false });
    const broken = blueprintSet(new Map([['blueprints/pages/x.yml', 'fields: [']]), {
      ...noPlugins,
      yamlHandler: 'symfony',
    });
    expect(broken.of(page('x'))).toMatchObject({ name: 'pages/default', complete: false });
  });

  test('an unknown type may be a plugin’s, with fields of its own', () => {
    const texts = new Map([['blueprints/pages/x.yml', 'fields:\n  a:\n    type: seo\n']]);
    const withThem = blueprintSet(texts, withPlugins).blueprint('pages/x');
    expect(withThem?.fields.get('a')).toMatchObject({ type: 'seo', label: 'A' });
    expect(withThem?.complete).toBe(false);
    const without = blueprintSet(texts, noPlugins).blueprint('pages/x');
    expect(without?.fields.get('a')).toMatchObject({
      type: 'info',
      problem: { kind: 'unknown-type', type: 'seo' },
    });
  });

  test('files have the blueprint that their template names', () => {
    const set = blueprintSet(
      new Map([['blueprints/files/blocks/image.yml', text('Block image')]]),
      noPlugins,
    );
    const file = {
      kind: 'file',
      path: sitePath('content/a/b.jpg'),
      name: 'b.jpg',
      id: 'a/b.jpg',
      uuid: undefined,
      hasBinary: true,
      metadata: undefined,
    } as const;
    expect(
      set.of({ kind: 'file', file: { ...file, content: { template: 'blocks/image' } } })?.title,
    ).toBe('Block image');
    expect(set.of({ kind: 'file', file: { ...file, content: {} } })?.title).toBe('File');
  });

  test('a user’s role is not known', () => {
    const set = blueprintSet(new Map([['blueprints/users/default.yml', text('User')]]), noPlugins);
    expect(set.of({ kind: 'user', id: 'abc' })).toMatchObject({ title: 'User', complete: false });
    expect(kirbyBlueprints.of({ kind: 'user', id: 'abc' })).toBeUndefined();
  });

  test('each is resolved once', () => {
    const set = blueprintSet(new Map([['blueprints/pages/x.yml', text('X')]]), noPlugins);
    expect(set.blueprint('pages/x')).toBe(set.blueprint('pages/x'));
    expect(set.of(page('x'))).toBe(set.blueprint('pages/x'));
  });
});

test.each(['group', 'structure'])('a %s that holds itself is not resolved for ever', (type) => {
  const set = blueprintSet(
    new Map([
      ['blueprints/pages/x.yml', 'fields:\n  a: fields/a'],
      [
        'blueprints/fields/a.yml',
        `type: ${type}\nfields:\n  a: fields/a\n  b: fields/a\n  c: true`,
      ],
    ]),
    noPlugins,
  );
  expect(set.blueprint('pages/x')?.complete).toBe(false);
});

const sites = sharedFolder('sites');

/** All texts below a site's `site` folder that blueprints are made of. */
function blueprintTexts(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && /\.(yml|php)$/.test(entry.name)) {
      texts.set(path.relative(folder, file), readFileSync(file, 'utf8'));
    }
  }
  return texts;
}

/** What Kirby's recorded reading of a site says of its blueprints. */
interface Answers {
  readonly 'yaml.handler': string;
  readonly bp: Readonly<Record<string, { readonly title: string; readonly fields: unknown }>>;
}

describe.skipIf(sites === undefined)('real sites, where they are at hand', () => {
  const names = sites === undefined ? [] : readdirSync(sites).filter((name) => name.includes('__'));
  test.each(names)('%s', (site) => {
    const file = path.join(sites ?? '', '_kirby-answers', `${site}.json`);
    const answers = JSON.parse(readFileSync(file, 'utf8')) as Answers;
    const yamlHandler = answers['yaml.handler'].startsWith('spyc') ? 'spyc' : 'symfony';
    const set = blueprintSet(blueprintTexts(path.join(sites ?? '', site, 'site')), {
      ...noPlugins,
      yamlHandler,
    });
    const found: Record<string, unknown> = {};
    const wanted: Record<string, unknown> = {};
    for (const [name, { title, fields }] of Object.entries(answers.bp)) {
      const types = Object.entries(record(fields)).map(([key, props]) => [
        key,
        record(props)['type'],
      ]);
      wanted[name] = { title, types };
      const blueprint = set.blueprint(name);
      found[name] = {
        title: blueprint?.title,
        types: Object.entries(propsOf(blueprint?.fields)).map(([key, props]) => [
          key,
          record(props)['type'],
        ]),
      };
    }
    expect(found).toEqual(wanted);
  });
});

const kits = sharedFolder('kits');

describe.skipIf(kits === undefined || sites === undefined)(
  'the official kits, where they are at hand',
  () => {
    test.each(['starterkit', 'demokit'])('%s', (kit) => {
      const file = path.join(kits ?? '', `blueprints-${kit}.json`);
      const { cases } = JSON.parse(readFileSync(file, 'utf8')) as {
        cases: readonly { request: PhpMap; result?: PhpMap }[];
      };
      const texts = blueprintTexts(path.join(sites ?? '', `getkirby__${kit}`, 'site'));
      const set = blueprintSet(texts, {
        ...noPlugins,
        yamlHandler: 'symfony',
        fieldTypes: new Set(['locator']),
      });
      let compared = 0;
      for (const { request, result: answer } of cases) {
        const result = record(answer);
        const name = request['blueprint'] ?? (request['site'] === true ? 'site' : result['name']);
        if (typeof name !== 'string' || !isRecord(result['fields'])) continue;
        const blueprint = blueprintOf(set, name);
        expect(blueprint?.name).toBe(result['name']);
        expect(propsOf(blueprint?.fields)).toEqual(result['fields']);
        if (isRecord(result['form']))
          expectFields(record(result['form']['fields']), blueprint?.fields);
        compared++;
      }
      expect(compared).toBeGreaterThan(15);
    });
  },
);
