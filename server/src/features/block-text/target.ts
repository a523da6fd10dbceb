import { fieldNamed } from '../../kirby/content/parse.ts';
import { isObject, type JsonPath } from '../../kirby/json/value.ts';
import { valueAtOffset } from '../../kirby/values/at.ts';
import { contentsOf } from '../../kirby/values/contents.ts';
import type { RuleContext } from '../../rules/rule.ts';
import { addressOf, keyOf, type TextAddress } from './address.ts';
import { shownText } from './presentation.ts';
import { textForms } from './text-forms.ts';
import { languageOf, type TextLanguage } from './text-language.ts';
import { isBlock, textAt, type TextPlace, type Texts, wayOf } from './text-place.ts';

/** A text to be edited by itself. */
export interface OpenedText {
  readonly address: TextAddress;
  /** Equal for the same text, wherever it moves. */
  readonly key: string;
  readonly shown: string;
  readonly languageId: string;
  /** What holds it, and the title of the page: `heading · About us`. */
  readonly name: string;
}

export function textsIn(context: RuleContext): Texts {
  return {
    forms: textForms(context),
    handler: context.site?.options.yamlHandler ?? 'spyc',
  };
}

/**
 * The text under a cursor; elsewhere in a block, in its settings or its type, the text of the block.
 * `undefined` where there is neither.
 */
export function textUnder(context: RuleContext, offset: number): OpenedText | undefined {
  const texts = textsIn(context);
  const way = wayAt(texts, offset);
  if (way === undefined) return undefined;
  const place = textAt(texts, way);
  const found = place && withLanguage(place);
  return opened(context, found ?? mainText(texts, way));
}

interface Found {
  readonly place: TextPlace;
  readonly language: TextLanguage;
}

function withLanguage(place: TextPlace): Found | undefined {
  // The id and the type of a block are no texts of an author.
  if (place.definition === undefined && !isInContent(place)) return undefined;
  const language = languageOf(place);
  return language && { place, language };
}

function isInContent({ way, block }: TextPlace): boolean {
  return block === undefined ? way.includes('attrs') : way[block.depth] === 'content';
}

function wayAt(texts: Texts, offset: number): JsonPath | undefined {
  const value = valueAtOffset(texts.forms, offset, texts.handler)?.value;
  if (value === undefined) return undefined;
  const path = contentsOf(value, texts.handler)?.pathAt(offset) ?? [];
  return [...wayOf(value), ...path];
}

/** The text that a block on the way is about. */
function mainText(texts: Texts, way: JsonPath): Found | undefined {
  for (let depth = way.length; depth > 1; depth--) {
    if (typeof way[depth - 1] !== 'number') continue;
    const found = textsOfBlock(texts, way.slice(0, depth));
    const best = (wanted: (one: Found) => boolean): Found | undefined => found.find(wanted);
    const main =
      best(({ place }) => place.way.at(-1) === 'text') ??
      best(({ language }) => language.languageId !== 'plaintext') ??
      found[0];
    if (main !== undefined) return main;
  }
  return undefined;
}

/** The texts in the content of the block that a way leads to. */
function textsOfBlock(texts: Texts, way: JsonPath): readonly Found[] {
  const keys = textAt(texts, [...way, 'type'])?.block;
  if (keys?.depth !== way.length || !isBlock(keys.value)) return [];
  const { content } = keys.value;
  if (!isObject(content)) return [];
  return Object.keys(content).flatMap((key) => {
    const place = textAt(texts, [...way, 'content', key]);
    return (place && withLanguage(place)) ?? [];
  });
}

function opened(context: RuleContext, found: Found | undefined): OpenedText | undefined {
  if (found === undefined) return undefined;
  const { place, language } = found;
  const address = addressOf(place, language.kind);
  const title = fieldNamed(context.document, 'title')?.value.text.trim() ?? '';
  const holder = nameOf(place);
  return {
    address,
    key: keyOf(address),
    shown: shownText(place.text, language.kind),
    languageId: language.languageId,
    name: title === '' ? holder : `${holder} · ${title}`,
  };
}

/** The type of the block, with the key where it is not `text`; else what the Panel calls the field. */
function nameOf({ block, way, definition }: TextPlace): string {
  const key = String(way.at(-1));
  const type = block?.value['type'];
  if (typeof type !== 'string') return definition?.label ?? key;
  return key === 'text' || key === type ? type : `${type} ${key}`;
}
