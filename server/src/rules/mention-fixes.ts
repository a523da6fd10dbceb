import type { ContentDocument, Field } from '../kirby/content/document.ts';
import { editJson, type JsonChange } from '../kirby/json/edit.ts';
import { jsonOf } from '../kirby/json/json-text.ts';
import { pathAt } from '../kirby/json/tree.ts';
import { type JsonPath, parseJson, valueAt } from '../kirby/json/value.ts';
import { parseTags } from '../kirby/kirbytext/tags.ts';
import { uuidSpan } from '../kirby/reference/reference.ts';
import { contains, slice, type Span } from '../kirby/text/span.ts';
import type { FileEntry, PageEntry } from '../site/site.ts';
import { folderOf } from '../site/site-path.ts';
import type { MentionEdit, Miss } from './mentions.ts';
import type { Edit, Fix } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/** As many as an author takes in at a glance. */
const MOST = 5;

/** Puts the nearest or another target in place of a mention, in the form it has; or removes it. */
export function mentionFixes(document: ContentDocument, miss: Miss): readonly Fix[] {
  if (miss.edit !== undefined) return innerFixes(miss, miss.edit);
  const field = document.fields.find(({ valueSpan }) => contains(valueSpan, miss.reference.span));
  if (field === undefined) return [];
  const replacements = targets(miss).flatMap((target): readonly Fix[] => {
    const edits = replacement(document, field, miss, target);
    return edits === undefined
      ? []
      : [{ title: say`Use ${label(target, miss)} instead`, edits, safe: false }];
  });
  const removal = removalOf(document, field, miss);
  const fixes =
    removal === undefined ? replacements : [...replacements, { ...removal, safe: false }];
  return fixes.filter(({ edits }) => staysJson(document, field, edits));
}

/** Of a mention in a text of its own: what is around it does not matter. */
function innerFixes(miss: Miss, { replace, remove }: MentionEdit): readonly Fix[] {
  const { reference, isImageLink } = miss;
  const replacements = targets(miss).flatMap((target): readonly Fix[] => {
    const scheme = target.kind === 'page' ? 'page' : 'file';
    const text = 'uuid' in reference ? `${scheme}://${target.uuid ?? ''}` : nameOf(target, miss);
    const edits = replace(text);
    return edits === undefined
      ? []
      : [{ title: say`Use ${label(target, miss)} instead`, edits, safe: false }];
  });
  const edits = remove();
  const title = isImageLink
    ? say`Remove the link`
    : reference.place === 'tag'
      ? say`Remove the tag`
      : say`Remove the reference`;
  return edits === undefined ? replacements : [...replacements, { title, edits, safe: false }];
}

/** What is JSON has to be JSON afterwards: a tag in a string may bring quotes along. */
function staysJson(document: ContentDocument, field: Field, edits: readonly Edit[]): boolean {
  if (!/^[[{]/.test(field.value.text) || jsonOf(field).value === undefined) return true;
  let text = '';
  let last = field.valueSpan.start;
  for (const { span, text: inserted } of edits) {
    text += document.text.slice(last, span.start) + inserted;
    last = span.end;
  }
  return parseJson(text + document.text.slice(last, field.valueSpan.end)) !== undefined;
}

type Target = FileEntry | PageEntry;

/** What was meant in all likelihood, then what lies nearest: files of the page, files of the site. */
function targets(miss: Miss): readonly Target[] {
  const { reference, site, from } = miss;
  const likely = miss.near();
  const isFile = reference.kind === 'file-name' || reference.kind === 'file-uuid';
  const owner =
    from.kind === 'page'
      ? from.page
      : from.kind === 'file'
        ? site.folder(folderOf(from.file.path))
        : undefined;
  const root = site.folder(site.options.contentFolder);
  const others = isFile
    ? [owner, root].flatMap((folder) => [...(folder?.files.values() ?? [])])
    : [];
  const needsUuid = 'uuid' in reference;
  return [...new Set([...likely, ...others])]
    .filter((target) => target.kind === 'page' || target.hasBinary)
    .filter(({ uuid }) => !needsUuid || uuid !== undefined)
    .slice(0, MOST);
}

function label(target: Target, { from }: Miss): string {
  if (target.kind === 'page') return say`the page "${target.title ?? target.id}"`;
  const isBeside =
    (from.kind === 'page' && folderOf(target.path) === from.page.folder) ||
    (from.kind === 'file' && folderOf(target.path) === folderOf(from.file.path));
  return isBeside ? `"${target.name}"` : `"${target.id}"`;
}

function replacement(
  document: ContentDocument,
  field: Field,
  miss: Miss,
  target: Target,
): readonly Edit[] | undefined {
  const { reference } = miss;
  if (reference.kind === 'file-uuid' || reference.kind === 'page-uuid') {
    // The scheme stays as it stands, backslashes and all.
    return target.uuid === undefined
      ? undefined
      : [{ span: uuidSpan(reference), text: target.uuid }];
  }
  const text = nameOf(target, miss);
  if (reference.place !== 'json') {
    const isQuoted = /["']/.test(document.text.charAt(reference.span.start - 1));
    const needsQuotes =
      reference.place === 'list' && !isQuoted && /^[\s@&*!|>%`#{[-]|: | #/.test(text);
    return [{ span: reference.span, text: needsQuotes ? `"${text}"` : text }];
  }
  const path = jsonPath(field, reference.span);
  return path && jsonEdits(field, { kind: 'set', path, value: text });
}

/** How a file or page is named without a UUID. */
function nameOf(target: Target, { from }: Miss): string {
  const isBeside = from.kind === 'page' && target.id.startsWith(`${from.page.id}/`);
  return target.kind === 'file' && isBeside ? target.name : target.id;
}

/** The smallest removal that leaves the field in order. */
function removalOf(
  document: ContentDocument,
  field: Field,
  { reference, isImageLink }: Miss,
): Pick<Fix, 'title' | 'edits'> | undefined {
  const { span, place } = reference;
  switch (place) {
    case 'json': {
      const edits = jsonRemoval(field, span);
      return (
        edits && { title: isImageLink ? say`Remove the link` : say`Remove the reference`, edits }
      );
    }
    case 'list':
      return {
        title: say`Remove the reference`,
        edits: [{ span: itemSpan(document, field, span), text: '' }],
      };
    case 'tag': {
      const tag = tagAround(field, span);
      return tag && { title: say`Remove the tag`, edits: [{ span: tag, text: '' }] };
    }
    case 'permalink':
      return undefined;
  }
}

function jsonRemoval(field: Field, span: Span): readonly Edit[] | undefined {
  const path = jsonPath(field, span);
  if (path === undefined) return undefined;
  const isItem = typeof path.at(-1) === 'number';
  return jsonEdits(field, isItem ? { kind: 'remove', path } : { kind: 'set', path, value: '' });
}

/** The path of the string that is the mention and nothing else. */
function jsonPath(field: Field, span: Span): JsonPath | undefined {
  const json = jsonOf(field);
  const root = json.value === undefined ? undefined : json.tree();
  const offset = field.value.fromSource(span.start);
  if (json.value === undefined || root === undefined || offset === undefined) return undefined;
  const path = pathAt(root, offset);
  const literal = path && json.spanAt(path);
  const isAll = literal?.start === span.start - 1 && literal.end === span.end + 1;
  return path !== undefined && isAll && typeof valueAt(json.value, path) === 'string'
    ? path
    : undefined;
}

function jsonEdits(field: Field, change: JsonChange): readonly Edit[] | undefined {
  const edit = editJson(jsonOf(field), change);
  return edit.ok ? edit.edits : undefined;
}

/** An item of a list with its line; the whole value when there is no other; with a comma in `[a, b]`. */
function itemSpan({ text }: ContentDocument, { valueSpan }: Field, span: Span): Span {
  const ownLine = Math.max(valueSpan.start, text.lastIndexOf('\n', span.start - 1) + 1);
  const lineStart = ownLine - dashAbove(text.slice(valueSpan.start, ownLine)).length;
  const lineBreak = text.indexOf('\n', span.end);
  const lineEnd = lineBreak < 0 || lineBreak > valueSpan.end ? valueSpan.end : lineBreak;
  const before = text.slice(lineStart, span.start);
  const after = text.slice(span.end, lineEnd);
  if (/^\s*(?:- (?:[>|][-+]?\d?\s*)?)?["']?$/.test(before) && /^["']?\s*(?:#.*)?$/.test(after)) {
    if (lineEnd < valueSpan.end) return { start: lineStart, end: lineEnd + 1 };
    // The last line takes the break before it along.
    return { start: Math.max(valueSpan.start, lineStart - 1), end: lineEnd };
  }
  const open = /(,?)\s*["']?$/.exec(before);
  const close = /^["']?\s*(,?)/.exec(after);
  if (open === null || close === null) return span;
  if (open[1] === ',') {
    return {
      start: span.start - open[0].length,
      end: span.end + close[0].trimEnd().replace(/,$/, '').length,
    };
  }
  const rest = close[1] === ',' ? /^["']?\s*,\s*/.exec(after) : close;
  return {
    start: span.start - open[0].trimStart().length,
    end: span.end + (rest?.[0].length ?? 0),
  };
}

/** Kirby writes a long name on a line of its own, below `- >`: that line, at the end of a text. */
function dashAbove(text: string): string {
  return /[ \t]*- [>|][-+]?\d?[ \t\r]*\n\s*$/.exec(text)?.[0] ?? '';
}

/** The KirbyTag whose value is missing; a tag that only links elsewhere is worth more than its link. */
function tagAround({ value }: Field, span: Span): Span | undefined {
  const tag = parseTags(value.text).find((one) => contains(value.toSource(one.span), span));
  if (tag === undefined || tag.type === 'link') return undefined;
  const isValue = contains(value.toSource(tag.value.span), span);
  return isValue && slice(value.text, tag.span) !== '' ? value.toSource(tag.span) : undefined;
}
