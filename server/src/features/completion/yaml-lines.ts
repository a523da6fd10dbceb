import type { FieldDefinition } from '../../kirby/blueprint/blueprint.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import type { YamlHandler } from '../../kirby/yaml/read.ts';

/** A line of YAML: its indentation and dashes, a key, a value. */
export interface Line {
  readonly start: number;
  /** The column of the key or value, behind the dashes. */
  readonly column: number;
  /** The column of the last dash. */
  readonly dash: number | undefined;
  readonly key: string | undefined;
  /** What stands behind the key and its colon, or behind the dashes. */
  readonly rest: string;
}

/** The lines from one offset to another; the last one ends there, whatever it is. */
export function linesBetween(text: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start <= to) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const isLast = to <= end;
    const line = readLine(text.slice(start, isLast ? to : end), start);
    if (isLast || line.key !== undefined || line.dash !== undefined) lines.push(line);
    if (isLast) break;
    start = end + 1;
  }
  return lines;
}

export function readLine(text: string, start: number): Line {
  const lead = /^[ \t]*(?:-(?:[ \t]+|$))*/.exec(text)?.[0] ?? '';
  const body = text.slice(lead.length).replace(/\r$/, '');
  const [, key, rest] = /^["']?([\w-]+)["']?:(?=[ \t]|$)(.*)$/.exec(body) ?? [];
  const dash = lead.lastIndexOf('-');
  return {
    start,
    column: lead.length,
    dash: dash < 0 ? undefined : dash,
    key,
    rest: rest ?? body,
  };
}

/**
 * The field that a line below others belongs to: that of the rows or of the object whose keys stand
 * there, or of the list whose items do. `undefined` in a text that goes on over several lines.
 */
export function ownerOf(
  definition: FieldDefinition,
  before: readonly Line[],
  column: number,
): FieldDefinition | undefined {
  const parents: string[] = [];
  let inner = column;
  for (const line of before.toReversed()) {
    if (line.key === undefined || line.column >= inner) continue;
    if (line.rest.trim() !== '') return undefined;
    parents.unshift(line.key);
    inner = line.column;
  }
  let owner: FieldDefinition | undefined = definition;
  for (const parent of parents) owner = owner?.fields?.get(asciiLower(parent));
  return owner;
}

/**
 * The list that a line with a dash is an item of. Symfony takes items no further in than their key
 * as well.
 */
export function listAround(
  definition: FieldDefinition,
  before: readonly Line[],
  dash: number,
  handler: YamlHandler,
): FieldDefinition | undefined {
  const last = before.findLast((line) => line.key !== undefined);
  const isBelowKey = last?.column === dash && last.rest.trim() === '' && handler === 'symfony';
  return ownerOf(definition, before, isBelowKey ? dash + 1 : dash);
}
