import type { TextEdit } from '../kirby/json/text-edit.ts';
import type { Span } from '../kirby/text/span.ts';
import type { YamlTree } from '../kirby/yaml/tree.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { firstRepair, inText, lineAt, quoteFix, valueOnLine } from './yaml-fix.ts';
import { type YamlValue, yamlValues } from './yaml-values.ts';
import { say } from '../kirby/text/say.ts';

type Refusal = Extract<YamlTree, { ok: false }>;

/**
 * YAML that the site's engine refuses. `Kirby\Data\Yaml::decode()` throws, so that the form of the
 * page cannot be built and `toStructure()`, `toPages()` and the like fail.
 */
export const brokenYaml: Rule = {
  code: 'broken-yaml',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const value of yamlValues(context)) yield* brokenYamlIn(value);
  },
};

/** What is wrong with one value. */
export function* brokenYamlIn(value: YamlValue): Iterable<Problem> {
  const { tree, name } = value;
  if (tree.ok) return;
  yield {
    message: say`${reason(tree.message)} Kirby stops with an error instead of reading the field "${name}": the page and its form in the Panel may not load.`,
    span: placeOf(value, tree),
    fixes: () => fixes(value, inText(value, tree.span).start),
  };
}

/** Of a value that would be a key, all of it. */
function placeOf(value: YamlValue, { message, span }: Refusal): Span {
  if (!message.startsWith('Nested mappings')) return span;
  const { text } = value.source;
  const at = inText(value, span).start;
  const written = valueOnLine(text, lineAt(text, at));
  return written.start === at ? value.source.toSource(written) : span;
}

const reasons: readonly (readonly [pattern: RegExp, words: () => string])[] = [
  [
    /^Too many keys|^Nested mappings are not allowed/,
    () =>
      say`The value has a ": " in it, which would make it one more key; put the value in quotation marks.`,
  ],
  [/^Missing closing/, () => say`A quotation mark that opens here is not closed.`],
  [/^Tabs are not allowed/, () => say`The line is indented with a tab; YAML wants blanks.`],
  [
    /reserved (?:character|indicator)/,
    () => say`A value cannot begin with this character; put the value in quotation marks.`,
  ],
  [/^Duplicate key/, () => say`The key is there twice; remove one of them.`],
  [/^Flow (?:sequence|map)/, () => say`A bracket that opens here is not closed.`],
  [
    /^Reference|^Unresolved alias/,
    () =>
      say`A "*" begins the name of another value, and there is none; put the value in quotation marks.`,
  ],
  [
    /^Tags support/,
    () =>
      say`A "!" at the start means a type, which Kirby does not take; put the value in quotation marks.`,
  ],
];

/** Why an engine refuses a text, in an author's words; a whole sentence. */
export function reason(message: string): string {
  const known = reasons.find(([pattern]) => pattern.test(message))?.[1];
  return known?.() ?? say`This is no YAML that can be read: ${message.replace(/[.\s]*$/, '')}.`;
}

function fixes(value: YamlValue, at: number): readonly Fix[] {
  const { text } = value.source;
  const line = lineAt(text, at);
  const written = valueOnLine(text, line);
  const first = text.charAt(written.start);
  if (/^\s*\t/.test(text.slice(line.start, line.end))) return tabFix(value);
  if (first === '"' || first === "'") return closeFix(value, written.end, first);
  if (written.start === written.end || first === '[' || first === '{') return [];
  return quoteFix(value, written, say`Put the value in quotation marks`);
}

/** Blanks for every tab that indents a line. */
function tabFix(value: YamlValue): readonly Fix[] {
  const edits = [...value.source.text.matchAll(/^[ \t]*\t[ \t]*/gm)].map(
    ({ 0: indent, index }): TextEdit => ({
      span: { start: index, end: index + indent.length },
      text: indent.replaceAll('\t', '  '),
    }),
  );
  return firstRepair(value, [
    { title: say`Indent with blanks`, safe: true, edits, isRight: () => true },
  ]);
}

function closeFix(value: YamlValue, end: number, quote: string): readonly Fix[] {
  const edits = [{ span: { start: end, end }, text: quote }];
  return firstRepair(value, [
    { title: say`Close the quotation mark`, safe: false, edits, isRight: () => true },
  ]);
}
