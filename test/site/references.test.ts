import { describe, expect, test } from 'vitest';
import { isArray, type JsonValue } from '../../server/src/kirby/json/value.ts';
import { readYaml } from '../../server/src/kirby/yaml/read.ts';
import type { FileEntry, Model, PageEntry, Site } from '../../server/src/site/site.ts';
import { vectorModel, vectorSite } from '../support/site.ts';
import { type VectorCase, vectors } from '../support/vectors.ts';

/** What Kirby answered about a page or a file. */
interface Answer {
  readonly is: 'page' | 'file';
  readonly id: string;
}

const cases = vectors('references');

function casesOf(op: string, ...methods: readonly string[]): readonly VectorCase[] {
  return cases.filter(
    ({ request }) =>
      request['op'] === op &&
      (methods.length === 0 || methods.some((method) => method === request['method'])),
  );
}

const readHere = new Set(['toFiles', 'toFile', 'toPages', 'toPage', 'toUrl']);

/** Questions that are put to a field's value alone, or to a renderer; other parts answer these. */
const notOurs = cases.filter(({ request }) => {
  const { op, method } = request;
  return op === 'kirbytext' || (op === 'field' && !readHere.has(String(method)));
});

test('leaves to others what needs no site', () => {
  expect([...new Set(notOurs.map(({ request }) => request['method'] ?? request['op']))]).toEqual([
    'toBool',
    'isEmpty',
    'toStructure',
    'toObject',
    'toEntries',
    'yaml',
    'split',
    'toFloat',
    'permalinksToUrls',
    'kirbytext',
  ]);
});

describe('files and pages that a field names are those that Kirby finds', () => {
  const asked = casesOf('field', 'toFiles', 'toFile', 'toPages', 'toPage');
  // Kirby throws for entries of pages lists that are no text; whoever reads the list has to know.
  const answered = asked.filter(({ ok }) => ok);

  test.each(answered.map((one) => [one.name, one] as const))(
    '%s',
    async (_name, { request, result }) => {
      const site = await vectorSite(request);
      const found = findAll(site, request, vectorModel(site, request['parent']));
      const isOne = request['method'] === 'toFile' || request['method'] === 'toPage';
      const { value } = result as { readonly value: readonly Answer[] | Answer | null };
      expect(isOne ? (found[0] ?? null) : found).toEqual(isOne ? idOf(value) : ids(value));
    },
  );

  test('all but those that throw', () => {
    expect(asked.length - answered.length).toBe(
      asked.filter(({ error }) => error?.class === 'TypeError').length,
    );
  });
});

describe('addresses of UUIDs lead where Kirby leads them', () => {
  const asked = casesOf('field', 'toUrl').filter(({ request }) =>
    /^(?:page|file):\/\//.test(String(request['value'])),
  );
  test.each(asked.map((one) => [one.name, one] as const))(
    '%s',
    async (_name, { request, result }) => {
      const site = await vectorSite(request);
      const found = site.resolvePage(
        String(request['value']),
        vectorModel(site, request['parent']),
      );
      const { value: url } = result as { readonly value: string | null };
      // In another language than the default one, the address has the translated slug.
      const expected = request['language'] === 'de' ? { 'de/a-de': 'a' } : {};
      const id = url?.replace('https://example.test/', '');
      expect(found.status === 'found' ? found.page.id : undefined).toBe(
        id === undefined ? undefined : ((expected as Record<string, string>)[id] ?? id),
      );
    },
  );
});

describe('UUIDs are found as Kirby finds them', () => {
  // With `content.uuid.index: false` only Kirby's cache is asked, which no file tells of.
  const asked = casesOf('resolve').filter(({ name }) => name !== 'index lookup off, not cached');
  test.each(asked.map((one) => [one.name, one] as const))(
    '%s',
    async (_name, { request, ok, result }) => {
      const site = await vectorSite(request);
      const reference = String(request['ref']);
      const from: Model = { kind: 'site' };
      const permalink = /^\/@\/(page|file)\/(.+)$/.exec(reference);
      const uuid = permalink === null ? reference : `${permalink[1] ?? ''}://${permalink[2] ?? ''}`;
      const found = uuid.startsWith('file')
        ? site.resolveFile(uuid, from)
        : site.resolvePage(uuid, from);
      const { value } = (ok ? result : {}) as { readonly value?: Answer | null };
      expect(idOfResolution(found)).toBe(value?.id);
    },
  );
});

describe('the UUID of a model stands where Kirby looks for it', () => {
  test.each(casesOf('uuidOf').map((one) => [one.name, one] as const))(
    '%s',
    async (_name, { request, result }) => {
      const site = await vectorSite(request);
      const model = vectorModel(site, request['parent']);
      const { uuid, written, uuidEnabled } = result as {
        readonly uuid: { readonly value: string | null };
        readonly written: readonly unknown[];
        readonly uuidEnabled: boolean;
      };
      // Kirby makes a UUID where there is none, which is an edit.
      const isThere = uuid.value !== null && written.length === 0;
      const entry =
        model.kind === 'page' ? model.page : model.kind === 'file' ? model.file : undefined;
      expect(site.options.uuids).toBe(uuidEnabled);
      expect(entry?.uuid).toBe(isThere ? uuid.value.replace(/^\w+:\/\//, '') : undefined);
    },
  );
});

describe('folders hold the pages and files that Kirby sees in them', () => {
  const asked = casesOf('inventory').filter(({ ok }) => ok);
  test.each(asked.map((one) => [one.name, one] as const))(
    '%s',
    async (_name, { request, result }) => {
      const site = await vectorSite(request);
      const { pages, site: siteAnswer } = result as InventoryAnswer;
      const published = [...site.pages()].filter(({ status }) => status !== 'draft');
      expect(published.map(pageSummary)).toEqual(
        pages.map((page) => ({
          id: page.id,
          folder: `content/${page.dirname}`,
          num: page.num ?? undefined,
          status: page.status,
          template: page.template,
          contentPath: page.contentFileExists ? `content/${page.contentFile}` : undefined,
          uuid: page.uuid ?? undefined,
          files: page.files.map(({ filename, uuid }) => ({ filename, uuid: uuid ?? undefined })),
        })),
      );
      const entry = site.folder(site.options.contentFolder);
      expect([...(entry?.files.keys() ?? [])]).toEqual(
        siteAnswer.files.map(({ filename }) => filename),
      );
    },
  );

  test('a folder without a slug, at which Kirby gives up, is no page', async () => {
    const [given] = casesOf('inventory').filter(({ ok }) => !ok);
    const site = await vectorSite(given?.request ?? {});
    expect([...site.pages()]).toEqual([]);
  });
});

describe('the fields of a model are read from the file that Kirby reads', () => {
  const asked = casesOf('content').filter(({ request }) => request['language'] !== 'de');
  test.each(asked.map((one) => [one.name, one] as const))(
    '%s',
    async (_name, { request, result }) => {
      const site = await vectorSite(request);
      const model = vectorModel(site, request['parent']);
      const { content } = result as { readonly content: Readonly<Record<string, string>> };
      if (model.kind === 'file') {
        expect(model.file.content).toEqual(content);
      } else if (model.kind === 'page') {
        expect(model.page.title).toEqual(content['title']);
        expect(model.page.uuid).toEqual(content['uuid']);
      }
    },
  );
});

function findAll(
  site: Site,
  { method, value, args }: Readonly<Record<string, unknown>>,
  from: Model,
): readonly string[] {
  const separator = isArray(args as JsonValue) ? (args as readonly string[])[0] : undefined;
  const found = entries(site, value as JsonValue, separator).flatMap((reference) => {
    const isFile = method === 'toFiles' || method === 'toFile';
    const resolution = isFile
      ? site.resolveFile(reference, from)
      : site.resolvePage(reference, from);
    const id = idOfResolution(resolution);
    return id === undefined ? [] : [id];
  });
  return [...new Set(found)];
}

function idOfResolution(
  resolution: ReturnType<Site['resolveFile']> | ReturnType<Site['resolvePage']>,
): string | undefined {
  if (resolution.status !== 'found') return undefined;
  return 'file' in resolution ? resolution.file.id : resolution.page.id;
}

/** The entries of a value as `Field::toData()` splits it. */
function entries(site: Site, value: JsonValue, separator: string | undefined): readonly string[] {
  if (typeof value === 'string' && separator !== undefined) {
    return value.split(separator).map((item) => item.trim());
  }
  const read = typeof value === 'string' ? readYaml(value, site.options.yamlHandler) : undefined;
  const list = typeof value === 'string' ? (read?.ok === true ? read.value : []) : value;
  const items = typeof list === 'object' && list !== null ? Object.values(list) : [];
  return items.filter((item) => typeof item === 'string');
}

interface InventoryAnswer {
  readonly site: { readonly files: readonly { readonly filename: string }[] };
  readonly pages: readonly {
    readonly id: string;
    readonly dirname: string;
    readonly num: number | null;
    readonly status: string;
    readonly template: string;
    readonly contentFile: string;
    readonly contentFileExists: boolean;
    readonly uuid: string | null;
    readonly files: readonly { readonly filename: string; readonly uuid: string | null }[];
  }[];
}

function pageSummary(page: PageEntry): object {
  const { id, folder, num, status, template, contentPath, uuid, files } = page;
  return {
    id,
    folder,
    num,
    status,
    template,
    contentPath,
    uuid,
    files: [...files.values()]
      .filter(({ hasBinary }: FileEntry) => hasBinary)
      .map(({ name, uuid: fileUuid }) => ({ filename: name, uuid: fileUuid })),
  };
}

function idOf(value: readonly Answer[] | Answer | null): string | null {
  return value !== null && 'id' in value ? value.id : null;
}

function ids(value: readonly Answer[] | Answer | null): readonly string[] {
  return Array.isArray(value) ? value.map(({ id }: Answer) => id) : [];
}
