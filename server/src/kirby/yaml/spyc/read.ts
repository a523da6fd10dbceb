import { PhpArray } from '../php-array.ts';
import type { YamlResult } from '../read.ts';
import { readSpycLine } from './line.ts';
import { literalMark, spycLines } from './lines.ts';
import { SpycTree } from './tree.ts';

/**
 * YAML as Spyc reads it, the engine that Kirby takes unless told otherwise
 * (`Kirby\Data\YamlSpyc::decode()`, Spyc 0.6.3). Spyc goes from line to line and refuses next to
 * nothing: what it does not understand is text, or gone.
 */
export function readSpyc(text: string): YamlResult {
  const tree = new SpycTree();
  for (const { indent, text: line, literal } of spycLines(text)) {
    tree.enter(indent);
    const node = readSpycLine(line);
    if (node.kind === 'error') return { ok: false, message: node.message };
    const entries = literal === undefined ? node.entries : withLiteral(node.entries, literal);
    tree.add(entries, indent, node.group);
    if (node.open !== undefined) tree.open(indent + node.open.column, node.open.key);
  }
  return { ok: true, value: tree.result.toJson() };
}

/** Puts the block scalar where the mark was left for it. */
function withLiteral(entries: PhpArray, literal: string): PhpArray {
  const filled = new PhpArray();
  for (const [key, value] of entries.entries()) {
    if (value instanceof PhpArray) filled.set(key, withLiteral(value, literal));
    else {
      const isMark = typeof value === 'string' && value.endsWith(literalMark);
      filled.set(key, isMark ? literal : value);
    }
  }
  return filled;
}
