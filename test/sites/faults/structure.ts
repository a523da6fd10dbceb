import type { Field } from '../../../server/src/kirby/content/document.ts';
import { sitePath } from '../../../server/src/site/site-path.ts';
import { type Fault, type Injected, inserted, type Pick, replaced } from './fault.ts';
import type { Target } from './target.ts';

/** Dividers and keys that do not mean what they should. */
export const structureFaults: readonly Fault[] = [
  { name: 'five hyphens', code: 'stray-divider', restores: true, inject: divider('-----') },
  { name: 'many hyphens', code: 'stray-divider', restores: true, inject: divider('----------') },
  {
    name: 'a rule in a text',
    code: 'stray-divider',
    inject: afterField('\n\n----\n\nOne, two: x'),
  },
  { name: 'a table', code: 'stray-divider', inject: afterField('\n\na|b\n---- | ----\n1 | 2') },
  {
    name: 'a heading',
    code: 'stray-divider',
    inject: afterField('\n\nTop\n------\n\nmore, and: a'),
  },
  {
    name: 'two dividers in a row',
    code: 'extra-divider',
    restores: true,
    inject: divider('----\n\n----'),
  },
  {
    name: 'a divider in the first line',
    code: 'extra-divider',
    restores: true,
    inject: first('----\n\n'),
  },
  {
    name: 'an unfinished merge',
    code: 'merge-conflict',
    inject: afterField('\n<<<<<<< HEAD\nOne.\n=======\nOther.\n>>>>>>> other'),
  },
  { name: 'a letter in Latin-1', code: 'lost-character', inject: afterField(' Caf\uFFFD') },
  { name: 'text without a key', code: 'missing-key', inject: afterField('\n\n----\n\nNo key.') },
  {
    name: 'text before the first key',
    code: 'swallowed-key',
    restores: true,
    inject: first('Hello\n'),
  },
  {
    name: 'a byte order mark before a key',
    code: 'invisible-character',
    restores: true,
    inject: atKey('\uFEFF', ({ nameSpan }) => nameSpan.start),
  },
  {
    name: 'a no-break space before a colon',
    code: 'invisible-character',
    restores: true,
    inject: atKey('\u00A0', ({ nameSpan }) => nameSpan.end),
  },
  { name: 'a field twice', code: 'duplicate-field', restores: true, inject: twice },
  { name: 'a key with a dot', code: 'renamed-key', inject: first('sub.title: x\n\n----\n\n') },
  { name: 'a key with an umlaut', code: 'renamed-key', inject: first('Größe: x\n\n----\n\n') },
  { name: 'a UUID with its scheme', code: 'uuid-scheme', restores: true, inject: scheme },
];

/** Something else in place of the divider before a field. */
function divider(source: string): Fault['inject'] {
  return (target, pick) => {
    const field = pick(plainFields(target).slice(1));
    const span = target.document.dividers.findLast(({ end }) => end <= (field?.span.start ?? 0));
    if (span === undefined) return undefined;
    const grows = target.document.fields.findLast(({ span: { end } }) => end <= span.start)?.name;
    const broken = replaced(target, { start: span.start, end: span.start + 4 }, source);
    return grows === undefined ? broken : { ...broken, grows };
  };
}

/** A new end of a text. JSON takes none. */
function afterField(source: string): Fault['inject'] {
  return (target, pick) => {
    const field = pick(plainFields(target).filter((candidate) => takesProse(target, candidate)));
    return field && { ...inserted(target, field.span.end, source), grows: field.name };
  };
}

/** Something before the first field, which another text than JSON is. */
function first(source: string): Fault['inject'] {
  return (target) => {
    const [field] = target.document.fields;
    return field && plainFields(target).includes(field)
      ? inserted(target, field.span.start, source)
      : undefined;
  };
}

function atKey(source: string, place: (field: Field) => number): Fault['inject'] {
  return (target, pick) => {
    // At the start of the file it is no part of a key.
    const field = pick(plainFields(target).filter(({ span }) => span.start > 0));
    if (field === undefined) return undefined;
    const { text } = inserted(target, place(field), source);
    return { text, place: { start: field.nameSpan.start, end: field.nameSpan.end + 1 } };
  };
}

function twice(target: Target, pick: Pick): Injected | undefined {
  const field = pick(plainFields(target));
  if (field === undefined) return undefined;
  const source = target.text.slice(field.span.start, field.span.end);
  return inserted(target, field.span.start, `${source}\n\n----\n\n`);
}

function scheme(target: Target): Injected | undefined {
  const field = target.document.fields.find(({ name }) => name === 'uuid');
  const isSite = target.path.startsWith(`${target.site.options.contentFolder}/site.`);
  if (field === undefined || field.value.text === '' || isSite) return undefined;
  const isDefault =
    target.site.options.defaultLanguage === undefined ||
    target.path.endsWith(`.${target.site.options.defaultLanguage}.txt`);
  return isDefault ? inserted(target, field.valueSpan.start, 'page://') : undefined;
}

/** Fields of which no blueprint wants one line, or few characters. */
function takesProse({ site, path }: Target, { name }: Field): boolean {
  const file = site.contentFile(sitePath(path));
  const definition = file && site.blueprints.of(file.model)?.fields.get(name);
  if (definition === undefined) return true;
  const isLong = ['textarea', 'writer', 'list'].includes(definition.type);
  return isLong && definition.props['maxlength'] === undefined;
}

/** Fields of one line, of which nothing refers to another place of the site. */
function plainFields({ document }: Target): readonly Field[] {
  return document.fields.filter(
    ({ name, value }) =>
      name !== 'uuid' && name !== 'template' && /^[\w ,.!?']+$/u.test(value.text),
  );
}
