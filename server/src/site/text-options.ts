import type { SmartyPantsOptions } from '../kirby/kirbytext/smartypants.ts';
import { isPhpArray, phpValueAt, type PhpValue } from './php/literal.ts';
import type { MarkdownOptions } from './site.ts';

/** Those of Kirby's options that change what is printed of a text. */
export interface TextOptions {
  readonly markdown: MarkdownOptions;
  readonly smartypants: false | SmartyPantsOptions;
  readonly kirbytext: KirbytextOptions;
}

/** Kirby's options under `kirbytext`. */
export interface KirbytextOptions {
  /** `image.figure`: `false` leaves out figures and captions. */
  readonly figure: boolean;
  /** Attributes that the tags of a type have unless they say otherwise. */
  readonly tagDefaults: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Reads them from what `site/config/config.php` returns; the default for what is not literal. */
export function readTextOptions(config: PhpValue): TextOptions {
  // These two are asked for as a whole, so that a name with dots is not found.
  return {
    markdown: {
      breaks: booleanOr(phpValueAt(config, 'markdown', 'breaks'), true),
      extra: booleanOr(phpValueAt(config, 'markdown', 'extra'), false),
      safe: booleanOr(phpValueAt(config, 'markdown', 'safe'), false),
    },
    smartypants: smartypantsIn(phpValueAt(config, 'smartypants')),
    kirbytext: {
      figure: optionAt(config, 'kirbytext', 'image', 'figure') !== false,
      tagDefaults: Object.fromEntries(
        tagsWithDefaults.map((type) => [type, textsIn(optionAt(config, 'kirbytext', type))]),
      ),
    },
  };
}

const tagsWithDefaults = ['date', 'email', 'file', 'gist', 'image', 'link', 'tel', 'video'];

/**
 * `App::option()`: the first key may have dots and be the beginning of the name, or all of it
 * (`Kirby\Toolkit\A::get()`).
 */
function optionAt(config: PhpValue, ...names: readonly string[]): PhpValue {
  const whole = phpValueAt(config, names.join('.'));
  if (whole !== undefined) return whole;
  for (let count = 1; count < names.length; count++) {
    const group = phpValueAt(config, names.slice(0, count).join('.'));
    if (isPhpArray(group)) return phpValueAt(group, ...names.slice(count));
  }
  return undefined;
}

/** All but `false` switches it on (`App::kirbytext()`), and an array says with which signs. */
function smartypantsIn(value: PhpValue): false | SmartyPantsOptions {
  if (value === undefined || value === null || value === false) return false;
  if (!isPhpArray(value)) return {};
  const attr = value.get('attr');
  const level = ([0, 1, 2, 3] as const).find((known) => known === attr);
  return { ...textsIn(value), ...(level === undefined ? {} : { attr: level }) };
}

function textsIn(value: PhpValue): Readonly<Record<string, string>> {
  if (!isPhpArray(value)) return {};
  return Object.fromEntries(
    [...value].flatMap(([name, item]) => {
      const isText = typeof item === 'string' || typeof item === 'number';
      if (typeof item === 'boolean') return [[name, String(item)]];
      return isText ? [[name, String(item)]] : [];
    }),
  );
}

function booleanOr(value: PhpValue, usual: boolean): boolean {
  return typeof value === 'boolean' ? value : usual;
}
