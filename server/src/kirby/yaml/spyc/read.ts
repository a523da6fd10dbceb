import { PhpArray } from '../php-array.ts';
import type { Place } from '../place.ts';
import type { YamlResult } from '../read.ts';
import { readSpycLine } from './line.ts';
import { literalMark, type SpycLine, spycLines } from './lines.ts';
import type { Piece } from './piece.ts';
import { type SpycLoss, SpycTree } from './tree.ts';

/**
 * YAML as Spyc reads it, the engine that Kirby takes unless told otherwise
 * (`Kirby\Data\YamlSpyc::decode()`, Spyc 0.6.3). Spyc goes from line to line and refuses next to
 * nothing: what it does not understand is text, or gone.
 */
export function readSpyc(text: string): YamlResult {
  const read = spycArray(text, false);
  return read.ok ? { ok: true, value: read.array.toJson() } : { ok: false, message: read.message };
}

export type SpycRead =
  | {
      readonly ok: true;
      readonly array: PhpArray;
      readonly lines: readonly SpycLine[];
      readonly losses: readonly SpycLoss[];
      readonly overridden: readonly Place[];
    }
  | { readonly ok: false; readonly message: string; readonly piece: Piece };

/** @param isPlaced whether the array is to know where its values stand */
export function spycArray(text: string, isPlaced: boolean): SpycRead {
  const tree = new SpycTree();
  const lines = spycLines(text, isPlaced);
  for (const line of lines) {
    const { indent, literal } = line;
    tree.enter(indent);
    const node = readSpycLine(line);
    if (node.kind === 'error') return { ok: false, message: node.message, piece: node.piece };
    const { entries } = node;
    tree.add(
      literal === undefined ? entries : withLiteral(entries, literal.text),
      line,
      node.group,
    );
    if (node.open !== undefined) tree.open(indent + node.open.column, node.open.key);
  }
  const { result, losses, overridden } = tree;
  return { ok: true, array: result, lines, losses, overridden };
}

/** Puts the block scalar where the mark was left for it. */
function withLiteral(entries: PhpArray, literal: string): PhpArray {
  const filled = new PhpArray();
  for (const [key, value] of entries.entries()) {
    const place: Place | undefined = entries.placeOf(key);
    if (value instanceof PhpArray) filled.set(key, withLiteral(value, literal), place);
    else {
      const isMark = typeof value === 'string' && value.endsWith(literalMark);
      filled.set(key, isMark ? literal : value, place);
    }
  }
  return filled;
}
