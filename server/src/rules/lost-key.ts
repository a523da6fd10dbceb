import { isPhpEmpty } from '../kirby/blocks/php.ts';
import { distance, likelySlips } from '../kirby/text/near.ts';
import { asciiLower } from '../kirby/text/php.ts';
import type { Holder } from '../kirby/values/holder.ts';
import { type BlockPart, blockParts } from './block-parts.ts';
import { formContext } from './form-rule.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A key that blocks, rows or columns do not have. `Kirby\Cms\Block::toArray()`, `Layout` and
 * `LayoutColumn` write their own keys alone.
 */
export const lostKey: Rule = {
  code: 'lost-key',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    const known = formContext(context);
    if (known === undefined) return;
    for (const { holder, rows, columns, blocks } of blockParts(known)) {
      for (const row of rows) if (hasOthers(row, 'row')) yield* lostKeys(holder, row, 'row');
      for (const column of columns)
        if (hasOthers(column, 'column')) yield* lostKeys(holder, column, 'column');
      for (const block of blocks)
        if (hasOthers(block, 'block') && !isOld(block)) yield* lostKeys(holder, block, 'block');
    }
  },
};

const keys = {
  row: ['attrs', 'columns', 'id'],
  column: ['blocks', 'id', 'width'],
  block: ['content', 'id', 'isHidden', 'type'],
} as const;

/** Whether a part has keys that are not its own: hardly any has. */
function hasOthers({ value }: BlockPart, kind: keyof typeof keys): boolean {
  const own: readonly string[] = keys[kind];
  return Object.keys(value).some((key) => !own.includes(key));
}

/** Blocks of the old editor and the builder, which Kirby converts. */
function isOld({ value }: BlockPart): boolean {
  return 'attrs' in value || '_key' in value || typeof value['content'] === 'string';
}

function* lostKeys(holder: Holder, part: BlockPart, kind: keyof typeof keys): Iterable<Problem> {
  const own: readonly string[] = keys[kind];
  for (const [key, value] of Object.entries(part.value)) {
    // Of what is empty nothing is lost.
    if (own.includes(key) || isPhpEmpty(value)) continue;
    const path = [...part.path, key];
    const span = holder.keySpanAt(path) ?? holder.spanAt(path);
    if (span === undefined) continue;
    const near = own.find((name) => !(name in part.value) && isNear(key, name));
    yield {
      message: `${lostIn[kind](key)} ${advice(kind, near)}`,
      span,
      fixes: () => fixesOf(holder, path, key, near),
    };
  }
}

const lostIn = {
  row: (key: string) => say`A row has no "${key}". The next save in the Panel deletes it;`,
  column: (key: string) => say`A column has no "${key}". The next save in the Panel deletes it;`,
  block: (key: string) => say`A block has no "${key}". The next save in the Panel deletes it;`,
} as const;

function isNear(key: string, name: string): boolean {
  const [a, b] = [asciiLower(key), asciiLower(name)];
  return distance(a, b, likelySlips(a)) !== undefined;
}

function advice(kind: keyof typeof keys, near: string | undefined): string {
  if (near !== undefined) return say`did you mean "${near}"?`;
  return kind === 'block'
    ? say`what a block is to keep belongs in its "content".`
    : kind === 'row'
      ? say`what a row is to keep belongs in its "attrs".`
      : say`remove it.`;
}

function fixesOf(
  holder: Holder,
  path: readonly (string | number)[],
  key: string,
  near: string | undefined,
): readonly Fix[] {
  const renamed =
    near === undefined ? undefined : holder.change({ kind: 'rename', path, key: near });
  const removed = holder.change({ kind: 'remove', path });
  return [
    ...(renamed === undefined || near === undefined
      ? []
      : [{ title: say`Rename it to "${near}"`, edits: renamed, safe: false }]),
    ...(removed === undefined
      ? []
      : [{ title: say`Remove "${key}"`, edits: removed, safe: false }]),
  ];
}
