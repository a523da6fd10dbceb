import { newId } from '../kirby/blocks/new-id.ts';
import { allShapes } from './all-shapes.ts';
import { jsonFix } from './json-fix.ts';
import type { Rule } from './rule.ts';
import type { Part, Shape } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * Two blocks of a column, two columns of a row or two rows of a field with one id. Kirby keeps its
 * collections by id: the later one takes the place of the earlier one (`Kirby\Cms\Items::append()`),
 * and a save in the Panel makes that permanent.
 */
export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const shape of allShapes(context)) {
      const pairs = [
        ...duplicatesIn(shape.rows, 'row'),
        ...duplicatesIn(shape.columns, 'column'),
        ...duplicatesIn(shape.blocks, 'block'),
      ];
      if (pairs.length === 0) continue;
      // Both places of all of them are found in one pass over the text.
      const spans = shape.spansAt(
        pairs.flatMap(({ first, later }) => [
          [...first.path, 'id'],
          [...later.path, 'id'],
        ]),
      );
      for (const [index, { noun, later }] of pairs.entries()) {
        const first = spans[index * 2];
        const span = spans[index * 2 + 1];
        if (span === undefined) continue;
        yield {
          message: words[noun].message(),
          span,
          related: first === undefined ? [] : [{ message: words[noun].first(), span: first }],
          fixes: () => fixes(shape, noun, later),
        };
      }
    }
  },
};

const words = {
  row: {
    message: () =>
      say`This row has the id of an earlier row beside it. Kirby shows only this one and drops the earlier one; give it a new id.`,
    first: () => say`The row that Kirby drops.`,
    title: () => say`Give this row a new id`,
  },
  column: {
    message: () =>
      say`This column has the id of an earlier column beside it. Kirby shows only this one and drops the earlier one; give it a new id.`,
    first: () => say`The column that Kirby drops.`,
    title: () => say`Give this column a new id`,
  },
  block: {
    message: () =>
      say`This block has the id of an earlier block beside it. Kirby shows only this one and drops the earlier one; give it a new id.`,
    first: () => say`The block that Kirby drops.`,
    title: () => say`Give this block a new id`,
  },
} as const;

interface Pair {
  readonly noun: keyof typeof words;
  readonly first: Part;
  readonly later: Part;
}

/** An author mends a few at a time; a thousand of one kind help nobody. */
const MOST = 100;

function duplicatesIn(parts: readonly Part[], noun: Pair['noun']): readonly Pair[] {
  const seen = new Map<string, Part>();
  const pairs: Pair[] = [];
  for (const part of parts) {
    const id = idOf(part);
    if (id === undefined) continue;
    const key = `${part.list}#${id}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, part);
    else pairs.push({ noun, first, later: part });
    if (pairs.length >= MOST) break;
  }
  return pairs;
}

/** The id as PHP's string type takes it; an empty one is replaced by a new one on every read. */
function idOf({ value }: Part): string | undefined {
  const id = value['id'];
  if (typeof id === 'string') return id === '' ? undefined : id;
  return typeof id === 'number' ? String(id) : undefined;
}

function fixes(shape: Shape, noun: keyof typeof words, { path }: Part): ReturnType<typeof jsonFix> {
  const value = newId(`${shape.seed()}#${path.join('/')}`);
  return jsonFix(
    shape,
    words[noun].title(),
    { kind: 'set', path: [...path, 'id'], value },
    { safe: true },
  );
}
