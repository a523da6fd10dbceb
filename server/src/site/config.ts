import type { JsonValue } from '../kirby/json/value.ts';
import { literalJson } from './php/literal-json.ts';
import { localeOf } from './languages.ts';
import { isPhpArray, phpValueAt, type PhpValue, readPhp } from './php/literal.ts';
import type { UuidFormat } from '../kirby/reference/new-uuid.ts';
import { readTextOptions, type TextOptions } from './text-options.ts';

/** Those of Kirby's options that are literal in `site/config/config.php`; the default otherwise. */
export interface SiteConfig {
  readonly contentExtension: string;
  /** Names in the content that Kirby passes over. */
  readonly ignored: ReadonlySet<string>;
  readonly yamlHandler: 'spyc' | 'symfony';
  readonly isYamlHandlerKnown: boolean;
  readonly uuids: boolean;
  /** The form of new UUIDs. */
  readonly uuidFormat: UuidFormat;
  /** The address of the site, where it is one. */
  readonly url: string | undefined;
  /** The locale of PHP's `LC_ALL`: `de_DE`. */
  readonly locale: string | undefined;
  readonly homePage: string;
  readonly errorPage: string;
  readonly text: TextOptions;
  /** The language of the Panel, in which labels of blueprints are wanted. */
  readonly panelLanguage: string | undefined;
  /** Kirby's option `blocks.fieldsets`; `undefined` where it is not set or not literal. */
  readonly fieldsets: JsonValue | undefined;
}

/** Reads the options of a site. Without a file, and of all that is not literal: the defaults. */
export function readConfig(source: string | undefined): SiteConfig {
  const config = source === undefined ? undefined : readPhp(source, '/site/config').returned;
  // Most options may be written with dots; these are found only in nested arrays.
  const nested = (...keys: readonly string[]): PhpValue => phpValueAt(config, ...keys);
  const either = (group: string, name: string): PhpValue =>
    phpValueAt(config, `${group}.${name}`) ?? nested(group, name);
  const ignored = nested('content', 'ignore');
  const fieldsets = literalJson(either('blocks', 'fieldsets'));
  return {
    contentExtension: textOr(nested('content', 'extension'), 'txt'),
    ignored: isPhpArray(ignored) ? new Set([...ignored.values()].filter(isString)) : usuallyIgnored,
    yamlHandler: either('yaml', 'handler') === 'symfony' ? 'symfony' : 'spyc',
    isYamlHandlerKnown: source === undefined || isKnown(config, 'yaml', 'handler'),
    uuids: either('content', 'uuid') !== false,
    uuidFormat: uuidFormatOf(either('content', 'uuid')),
    url: addressIn(nested('url')),
    locale: localeOf(nested('locale')),
    homePage: textOr(nested('home'), 'home'),
    errorPage: textOr(nested('error'), 'error'),
    text: readTextOptions(config),
    panelLanguage: textOr(either('panel', 'language'), '') || undefined,
    fieldsets,
  };
}

/** What Kirby passes over unless `content.ignore` says otherwise, dots and underscores aside. */
const usuallyIgnored: ReadonlySet<string> = new Set(['Thumb.db', '@eaDir']);

/** Whether it can be told what an option is: it is literal, or in an array that is and has it not. */
function isKnown(config: PhpValue, group: string, name: string): boolean {
  if (!isPhpArray(config)) return false;
  const key = `${group}.${name}`;
  if (config.has(key)) return config.get(key) !== undefined;
  if (!config.has(group)) return true;
  const inner = config.get(group);
  return isPhpArray(inner) && (!inner.has(name) || inner.get(name) !== undefined);
}

/** `content.uuid` names the format of new UUIDs, or holds it (`Kirby\Uuid\Uuid::generate()`). */
function uuidFormatOf(value: PhpValue): UuidFormat {
  return value === 'uuid-v4' || phpValueAt(value, 'format') === 'uuid-v4' ? 'uuid-v4' : 'short';
}

function textOr(value: PhpValue, usual: string): string {
  return typeof value === 'string' && value !== '' ? value : usual;
}

/** The option may also be a path, or a list of what is allowed, of which the first is usual. */
function addressIn(value: PhpValue): string | undefined {
  const first = isPhpArray(value) ? value.get('0') : value;
  return isString(first) && /^https?:\/\/[^/]/.test(first) ? first : undefined;
}

function isString(value: PhpValue): value is string {
  return typeof value === 'string';
}
