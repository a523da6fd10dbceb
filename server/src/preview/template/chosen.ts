import type { FileEntry, PageEntry, UserEntry } from '../../site/site.ts';
import { type ContentValue, referencesOf } from '../content-value.ts';
import { foundFiles, mentionedFiles } from '../files.ts';
import { html, type Html } from '../html.ts';
import type { RenderContext } from '../model.ts';
import { thumbnail } from '../thumbnail.ts';
import type { TemplateValue } from './fill.ts';

/** Files: by itself the address of the first; `undefined` where the value cannot be a list of files. */
export function chosenFiles(
  value: ContentValue,
  context: RenderContext,
): TemplateValue | undefined {
  const mentioned = mentionedFiles(value, context);
  return mentioned && chosen(foundFiles(mentioned).map((file) => fileValue(file, context)));
}

/** Pages: by itself the title of the first. */
export function chosenPages(
  value: ContentValue,
  context: RenderContext,
): TemplateValue | undefined {
  const { site, model } = context;
  const pages = referencesIn(value, context)?.flatMap((reference) => {
    const resolution = site?.resolvePage(reference, model ?? { kind: 'site' });
    return resolution?.status === 'found' ? [resolution.page] : [];
  });
  return pages && chosen(pages.map((page) => pageValue(page, context)));
}

/** Users: by itself the name of the first. */
export function chosenUsers(
  value: ContentValue,
  context: RenderContext,
): TemplateValue | undefined {
  const users = referencesIn(value, context)?.flatMap((reference) => {
    const resolution = context.site?.resolveUser(reference);
    return resolution?.status === 'found' ? [resolution.user] : [];
  });
  return users && chosen(users.map(userValue));
}

function referencesIn(value: ContentValue, { site }: RenderContext): readonly string[] | undefined {
  return referencesOf(value, site?.options.yamlHandler ?? 'spyc');
}

/** What is chosen is one thing or several: outside of a section the first counts. */
function chosen(items: readonly TemplateValue[]): TemplateValue {
  const [first] = items;
  return {
    text: first?.text ?? '',
    html: () => html`${items.map((item) => item.html())}`,
    items: () => items,
    get: (key) => first?.get(key),
  };
}

function fileValue(file: FileEntry, context: RenderContext): TemplateValue {
  const url = context.fileUrl(file);
  const picture = thumbnail(
    { reference: file.name, resolution: { status: 'found', file } },
    context,
  );
  return thing({ alt: '', ...context.metadata(file), url, name: file.name }, url, picture);
}

function pageValue(page: PageEntry, context: RenderContext): TemplateValue {
  const title = page.title ?? page.id;
  return thing({ title, url: context.pageUrl(page), id: page.id }, title, html`${title}`);
}

function userValue({ id, name, email = '' }: UserEntry): TemplateValue {
  const shown = name ?? (email === '' ? id : email);
  return thing({ id, name: shown, email }, shown, html`${shown}`);
}

function thing(
  properties: Readonly<Record<string, string>>,
  text: string,
  shown: Html,
): TemplateValue {
  const value: TemplateValue = {
    text,
    html: () => shown,
    items: () => [value],
    get: (key) => (Object.hasOwn(properties, key) ? word(properties[key] ?? '') : undefined),
  };
  return value;
}

function word(text: string): TemplateValue {
  const value: TemplateValue = {
    text,
    html: () => html`${text}`,
    items: () => (text === '' ? [] : [value]),
    get: () => undefined,
  };
  return value;
}
