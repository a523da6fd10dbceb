import { html, type Html, raw } from '../html.ts';
import type { TemplateNode } from './parse.ts';

/** What a name stands for in a template. */
export interface TemplateValue {
  /** What `{{ name }}` prints, escaped. */
  readonly text: string;
  /** What `{{{ name }}}` prints. The page sanitises it, as all HTML. */
  html(): Html;
  /** What `{{#name}}` repeats its inside for; nothing: that is left out, and `{{^name}}` is shown. */
  items(): readonly TemplateValue[];
  /** What `{{ name.key }}` stands for, and `{{ key }}` inside of `{{#name}}`. */
  get(key: string): TemplateValue | undefined;
}

/** How many pieces one block may be made of, and how many characters: sections may multiply. */
const MOST_PIECES = 20_000;
const MOST_CHARACTERS = 500_000;

/**
 * The HTML of a template for a value, by Mustache's rules: a name is looked for in the innermost section
 * first, and what is not there prints nothing. Values are escaped; only `{{{ name }}}` gives HTML.
 *
 * @returns `undefined` where that would be too much
 */
export function fillTemplate(
  nodes: readonly TemplateNode[],
  value: TemplateValue,
): Html | undefined {
  const filling: Filling = { out: '', pieces: 0 };
  fill(nodes, [value], filling);
  return isFull(filling) ? undefined : raw(filling.out);
}

interface Filling {
  out: string;
  pieces: number;
}

function fill(
  nodes: readonly TemplateNode[],
  scopes: readonly TemplateValue[],
  filling: Filling,
): void {
  for (const node of nodes) {
    filling.pieces++;
    if (isFull(filling)) return;
    switch (node.kind) {
      case 'html':
        filling.out += node.html;
        break;
      case 'value': {
        const value = find(node.name, scopes);
        if (value !== undefined) {
          filling.out += node.isRaw ? value.html().html : html`${value.text}`.html;
        }
        break;
      }
      case 'section': {
        const items = find(node.name, scopes)?.items() ?? [];
        if (!node.isInverted)
          for (const item of items) fill(node.inner, [item, ...scopes], filling);
        else if (items.length === 0) fill(node.inner, scopes, filling);
        break;
      }
    }
  }
}

function isFull({ out, pieces }: Filling): boolean {
  return pieces > MOST_PIECES || out.length > MOST_CHARACTERS;
}

/** The first part of a name counts in the innermost scope that knows it, the rest in what that is. */
function find(
  [first, ...rest]: readonly string[],
  scopes: readonly TemplateValue[],
): TemplateValue | undefined {
  if (first === undefined) return scopes[0];
  for (const scope of scopes) {
    let value = scope.get(first);
    if (value === undefined) continue;
    for (const key of rest) value = value?.get(key);
    return value;
  }
  return undefined;
}
