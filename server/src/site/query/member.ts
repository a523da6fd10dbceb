import { scalarText } from '../../kirby/blueprint/raw.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { pageModelOf } from '../page-models.ts';
import type { FileEntry, PageEntry, SiteEntry } from '../site.ts';
import { coreMethods } from './core-methods.ts';
import { childrenMethods } from './methods/children.ts';
import { collectionMethods } from './methods/collection.ts';
import { fieldMethods } from './methods/field.ts';
import { fileMethods } from './methods/file.ts';
import { filesMethods } from './methods/files.ts';
import { ownFilesMethods } from './methods/own-files.ts';
import { pageMethods } from './methods/page.ts';
import { pagesMethods } from './methods/pages.ts';
import { kirbyMethods } from './methods/roots.ts';
import { modelField } from './model-field.ts';
import {
  type Arguments,
  type Collection,
  fieldValue,
  type QueryContext,
  type QueryValue,
  type Row,
  scalar,
} from './value.ts';

/**
 * `value.name(args)`. PHP minds no case in the names of methods, and Kirby none in those of fields.
 * `undefined`: not known here.
 */
export function member(
  value: QueryValue,
  written: string,
  args: Arguments,
  context: QueryContext,
): QueryValue | undefined {
  const name = asciiLower(written);
  switch (value.kind) {
    case 'page':
    case 'site':
      return memberOfModel(value, name, args, context);
    case 'file':
      return memberOfFile(value, name, args, context);
    case 'collection':
      return memberOfCollection(value, name, args, context);
    case 'field':
      return fieldMethods.get(name)?.(value, args, context);
    case 'row':
      return isBare(args) ? memberOfRow(value, name) : undefined;
    case 'item':
      if (!isBare(args)) return undefined;
      return name === 'value' ? value.value : name === 'key' ? scalar(value.key) : undefined;
    case 'kirby':
      return kirbyMethods.get(name)?.(value, args, context);
    case 'list':
    case 'scalar':
      return undefined;
  }
}

function memberOfModel(
  model: PageEntry | SiteEntry,
  name: string,
  args: Arguments,
  context: QueryContext,
): QueryValue | undefined {
  if (model.kind === 'page') {
    const own = pageModelOf(context.site.options.pageModels, model.template);
    if (own === 'anything' || own?.has(name) === true) return undefined;
  }
  const method = childrenMethods.get(name) ?? ownFilesMethods.get(name);
  if (method !== undefined) return method(model, args, context);
  if (model.kind === 'page') {
    const ofPage = pageMethods.get(name);
    if (ofPage !== undefined) return ofPage(model, args, context);
  }
  return isBare(args) && !coreMethods.model.has(name)
    ? modelField(model, name, context)
    : undefined;
}

/**
 * What metadata has; of a field that it does not have nobody knows whether it is one. In another
 * language it may hold something else.
 */
function memberOfFile(
  file: FileEntry,
  name: string,
  args: Arguments,
  context: QueryContext,
): QueryValue | undefined {
  const method = fileMethods.get(name);
  if (method !== undefined) return method(file, args, context);
  if (!isBare(args) || coreMethods.file.has(name)) return undefined;
  if (!context.isShown && context.site.options.languages.length > 1) return undefined;
  const text = Object.hasOwn(file.content, name) ? file.content[name] : undefined;
  return text === undefined ? undefined : fieldValue(text, file);
}

function memberOfCollection(
  value: Collection,
  name: string,
  args: Arguments,
  context: QueryContext,
): QueryValue | undefined {
  const own = value.of === 'pages' ? pagesMethods : value.of === 'files' ? filesMethods : undefined;
  return (own?.get(name) ?? collectionMethods.get(name))?.(value, args, context);
}

function memberOfRow({ content, index, parent }: Row, name: string): QueryValue | undefined {
  const key = Object.keys(content).find((written) => asciiLower(written) === name);
  // Kirby has several notions of an `id`; where the entry has one itself they part.
  if (name === 'id') return key === undefined ? scalar(String(index)) : undefined;
  if (key === undefined || coreMethods.row.has(name)) return undefined;
  const value = content[key];
  return typeof value === 'object' && value !== null
    ? undefined
    : fieldValue(scalarText(value), parent);
}

/** Without parentheses, or with nothing in them. */
function isBare(args: Arguments): boolean {
  return args === undefined || args.length === 0;
}
