import type { FieldDefinition } from '../blueprint/blueprint.ts';
import { isArray } from '../json/value.ts';
import { memo } from '../text/memo.ts';
import { asciiLower } from '../text/php.ts';
import type { Span } from '../text/span.ts';

/** An element that the editor of a writer or list field makes a mark or a node of. */
export interface EditorElement {
  /** Lower case. */
  readonly name: string;
  /** The name in the start tag. */
  readonly span: Span;
}

/** What the Panel's own marks and nodes are made of (`panel/src/components/Forms/Writer`). */
const marks: Readonly<Record<string, readonly string[]>> = {
  bold: ['strong', 'b'],
  italic: ['em', 'i'],
  underline: ['u'],
  strike: ['s', 'del'],
  code: ['code'],
  sub: ['sub'],
  sup: ['sup'],
};
const nodes: Readonly<Record<string, readonly string[]>> = {
  bulletList: ['ul'],
  orderedList: ['ol'],
  quote: ['blockquote'],
  horizontalRule: ['hr'],
  heading: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
};
/** Marks that are told by more than their element, or by none. */
const others: ReadonlySet<string> = new Set([
  'link',
  'email',
  'clear',
  'paragraph',
  'hardBreak',
  'listItem',
]);

const known = new RegExp(
  `<!--[^]*?(?:-->|$)|<(${[...Object.values(marks), ...Object.values(nodes)].flat().join('|')})(?=[\\s/>])`,
  'gi',
);

/** The first element of each name. */
export function editorElements(html: string): readonly EditorElement[] {
  if (!html.includes('<')) return [];
  const found = new Map<string, EditorElement>();
  for (const { 1: written, index } of html.matchAll(known)) {
    const name = asciiLower(written ?? '');
    if (name === '' || found.has(name)) continue;
    found.set(name, { name, span: { start: index + 1, end: index + 1 + name.length } });
  }
  return [...found.values()];
}

/**
 * The elements that the editor of a field does not know by the settings of the field. It leaves them out
 * when it loads the text, and the first change of an author saves it without them.
 */
export const unknownToEditor = memo(({ type, props }: FieldDefinition): ReadonlySet<string> => {
  const inline = props['inline'] === true && type === 'writer';
  const usual =
    type === 'list' ? ['bulletList', 'orderedList'] : ['heading', 'bulletList', 'orderedList'];
  const levels = props['headings'];
  return new Set([
    ...missing(marks, props['marks'] ?? true),
    ...missing(nodes, inline ? false : (props['nodes'] ?? usual)),
    ...(isArray(levels) && levels.length > 0
      ? (nodes['heading'] ?? []).filter((name) => !levels.map(String).includes(name.slice(1)))
      : []),
  ]);
});

/** @param given names, or all (`true`), or none */
function missing(
  all: Readonly<Record<string, readonly string[]>>,
  given: unknown,
): readonly string[] {
  if (given !== false && !Array.isArray(given)) return [];
  const names: readonly unknown[] = given === false ? [] : given;
  // What a plugin brings may be made of any element.
  const isOwn = names.every(
    (name) => typeof name === 'string' && (others.has(name) || isName(name)),
  );
  return isOwn
    ? Object.keys(all).flatMap((name) => (names.includes(name) ? [] : (all[name] ?? [])))
    : [];
}

function isName(name: string): boolean {
  return Object.hasOwn(marks, name) || Object.hasOwn(nodes, name);
}
