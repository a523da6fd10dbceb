import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editStructure } from '../../../server/src/features/layout-edit/edit-structure.ts';
import type {
  EditContext,
  Operation,
  Place,
} from '../../../server/src/features/layout-edit/operation.ts';
import {
  type StructurePart,
  structureTrees,
} from '../../../server/src/features/layout-edit/structure-tree.ts';
import { parseContent } from '../../../server/src/kirby/content/parse.ts';
import { applied, type TextEdit } from '../../../server/src/kirby/json/text-edit.ts';
import type { RuleContext } from '../../../server/src/rules/rule.ts';
import { layouts, spellings } from '../../support/layouts.ts';
import {
  contextIn,
  fixtureSite,
  type FolderSite,
  sharedSite,
  sharedSiteNames,
} from '../../support/shared-site.ts';
import { modelled, type ModelRow } from './model.ts';

/** What chance decides: an operation, on which of the parts, and where to. */
const choice = fc.record({
  kind: fc.constantFrom(
    'add-block',
    'add-row',
    'duplicate',
    'delete',
    'hide',
    'show',
    'move',
    'step',
    'columns',
    'convert',
    'wrap',
    'paste',
    'split',
    'merge',
  ),
  items: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
  to: fc.nat(1000),
  index: fc.nat(1000),
  by: fc.constantFrom<(-1 | 1)[]>(-1, 1),
  widths: fc.constantFrom(['1/1'], ['1/2', '1/2'], ['1/3', '1/3', '1/3']),
});
type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never;

const text = (field: string): string =>
  `Title: One\r\n\r\n----\r\n\r\nText: \\---- “not” me\r\n\r\n----\r\n\r\nLayout: ${field}\r\n\r\n----\r\n\r\nNote: last`;

describe.each(Object.entries(spellings))('on a layout as Kirby writes it: %s', (_, spell) => {
  test('every operation gives what the model gives, and nothing else', () => {
    fc.assert(
      fc.property(layouts, fc.array(choice, { minLength: 1, maxLength: 5 }), (rows, choices) => {
        run(
          { site: undefined, file: undefined, document: parseContent(text(spell(rows))) },
          choices,
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('on every layout of the example site', async () => {
  runOn(await fixtureSite('magazine'), 2);
}, 120_000);

const names = sharedSiteNames();
test.skipIf(names.length === 0)(
  'on the layouts of real sites',
  async () => {
    for (const name of names) runOn(await sharedSite(name), 1);
  },
  300_000,
);

function runOn({ site, contents }: FolderSite, numRuns: number): void {
  for (const [at, content] of contents) {
    const context = contextIn(site, at, content);
    if (!structureTrees(context).some(({ parts }) => parts.length > 0)) continue;
    fc.assert(
      fc.property(fc.array(choice, { minLength: 3, maxLength: 5 }), (choices) => {
        run(context, choices);
      }),
      { numRuns },
    );
  }
}

/** Does operations one after the other, and checks each. */
function run(start: RuleContext, choices: readonly Choice[]): void {
  let context = start;
  let count = 0;
  for (const one of choices) {
    const prefix = `00000000-new${String(++count)}-`;
    let made = 0;
    const newId = (): string => `${prefix}${String(++made)}`;
    const operation = operationOf(one, context);
    if (operation === undefined) continue;
    context = check({ ...context, newId }, operation, prefix);
  }
}

function check(context: EditContext, operation: Operation, prefix: string): RuleContext {
  const { document } = context;
  const edit = editStructure(context, operation);
  if (!edit.ok) return context;
  const after = applied(document.text, edit.edits);
  expect(after).toBeDefined();
  const next = parseContent(after ?? '');
  expect(applied(after ?? '', inverse(document.text, edit.edits))).toBe(document.text);
  // All that stands outside of the fields it is about is as it was.
  const fieldAt = (offset: number): number =>
    document.fields.findIndex(({ span }) => span.start <= offset && offset <= span.end);
  const touched = fieldsOf(operation, fieldAt);
  expect(next.fields.length).toBe(document.fields.length);
  document.fields.forEach((field, index) => {
    const same = next.fields[index];
    if (!touched.has(index)) expect(same?.value.text).toBe(field.value.text);
  });
  const allBefore = idsIn(document.fields.map(({ value }) => value.text));
  const added = idsIn(next.fields.map(({ value }) => value.text)).filter((id) =>
    id.startsWith(prefix),
  );
  expect(new Set(added).size).toBe(added.length);
  expect(allBefore.some((id) => id.startsWith(prefix))).toBe(false);
  compareToModel(context, next.fields, operation, prefix, [...touched]);
  if (operation.kind === 'split' || operation.kind === 'merge')
    expect(lettersIn(next)).toBe(lettersIn(document));
  return { ...context, document: next };
}

function compareToModel(
  { document }: EditContext,
  after: EditContext['document']['fields'],
  operation: Operation,
  prefix: string,
  fields: readonly number[],
): void {
  if (operation.kind === 'split' || operation.kind === 'setting') return;
  const [index = 0] = fields;
  if (fields.length !== 1) return;
  const before = opened(document.fields[index]?.value.text || '[]') as ModelRow[];
  const written = JSON.stringify(opened(after[index]?.value.text ?? ''));
  const result = JSON.parse(written, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(prefix) ? 'new' : value,
  ) as unknown;
  const wanted = modelled(before, operation);
  expect(JSON.stringify(comparable(result, operation))).toBe(
    JSON.stringify(comparable(wanted, operation)),
  );
}

/** JSON, with the blocks that stand in its strings in their place: the model knows no encodings. */
function opened(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== 'string' || !/^\s*\[\s*\{/u.test(value)) return value;
    try {
      const list = opened(value);
      return Array.isArray(list) && list.every(isBlock) ? list : value;
    } catch {
      return value;
    }
  });
}

function isBlock(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    'content' in value &&
    typeof value.content === 'object'
  );
}

/** What a new block starts out with, and how a text is written in another type, is tested elsewhere. */
function comparable(value: unknown, { kind }: Operation): unknown {
  const isFree = (block: object): boolean =>
    kind === 'convert'
      ? 'type' in block
      : kind === 'add-block' && 'id' in block && block.id === 'new';
  return JSON.parse(JSON.stringify(value), (_, item: unknown) =>
    typeof item === 'object' && item !== null && 'content' in item && isFree(item)
      ? { ...item, content: {} }
      : item,
  );
}

/** All that a reader reads of a document, without blanks. */
function lettersIn(document: RuleContext['document']): string {
  return document.fields
    .flatMap(({ value }) => JSON.stringify(safeTexts(value.text)))
    .join()
    .replace(/<[^>]*>|&nbsp;|\\[nr]|[^\p{L}\p{N}]/gu, '');
}

function safeTexts(text: string): unknown {
  try {
    const found: unknown[] = [];
    JSON.parse(text, (key, value: unknown) => {
      if (key === 'text') found.push(value);
      return value;
    });
    return found;
  } catch {
    return text;
  }
}

function fieldsOf(operation: Operation, fieldAt: (offset: number) => number): ReadonlySet<number> {
  switch (operation.kind) {
    case 'add-block':
    case 'add-row':
    case 'paste':
      return new Set([operation.at.field]);
    case 'columns':
    case 'convert':
    case 'merge':
    case 'setting':
      return new Set([operation.item.field]);
    case 'split':
      return new Set([fieldAt(operation.offset)]);
    case 'move':
      return new Set([operation.to.field, ...operation.items.map(({ field }) => field)]);
    default:
      return new Set(operation.items.map(({ field }) => field));
  }
}

function idsIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((one) => [...one.matchAll(/"id": ?"([^"]*)"/gu)].map(([, id]) => id ?? ''));
}

function inverse(before: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits.map(({ span, text: added }) => {
    const start = span.start + shift;
    shift += added.length - (span.end - span.start);
    return {
      span: { start, end: start + added.length },
      text: before.slice(span.start, span.end),
    };
  });
}

interface Listed extends Place {
  readonly part: StructurePart;
}

/** An operation as chance wants it, on what there is. */
function operationOf(one: Choice, context: RuleContext): Operation | undefined {
  const trees = structureTrees(context).filter(({ isReadable }) => isReadable);
  const parts = trees.flatMap(({ field, parts: all }) =>
    flat(all).map((part): Listed => ({ field: field.index, path: part.path, part })),
  );
  const rows = parts.filter(({ part }) => part.kind === 'row');
  const blocks = parts.filter(({ part }) => part.kind === 'block');
  const row = pick(rows, one.to);
  const kind = one.index % 3 === 0 && row !== undefined ? 'row' : 'block';
  const chosen = unique(one.items.flatMap((at) => pick(kind === 'row' ? rows : blocks, at) ?? []));
  const [first] = chosen;
  if (first === undefined) return undefined;
  const field = trees.find((tree) => tree.field.index === first.field)?.field;
  if (field === undefined) return undefined;
  // One field: the model knows no others.
  const items = chosen.filter((item) => item.field === first.field).map(placeOf);
  const gap = gapFor(one, first, parts);
  switch (one.kind) {
    case 'add-block':
      return { kind: 'add-block', at: gap, type: pick([...field.types.keys()], one.to) ?? 'text' };
    case 'add-row':
      return {
        kind: 'add-row',
        at: { field: first.field, list: [], index: one.index % (rows.length + 1) },
        widths: one.widths,
      };
    case 'move':
      return { kind: 'move', items, to: gap };
    case 'step':
      return { kind: 'step', items, by: one.by };
    case 'columns':
      return row && { kind: 'columns', item: placeOf(row), widths: one.widths };
    case 'convert': {
      const type = pick(first.part.convertible, one.to);
      return type === undefined ? undefined : { kind: 'convert', item: placeOf(first), type };
    }
    case 'merge':
      return { kind: 'merge', item: placeOf(first) };
    case 'split': {
      const { start, end } = first.part.span;
      const text = context.document.text.slice(start, end);
      const at = text.search(/"text": ?"/u);
      return {
        kind: 'split',
        offset: start + at + 8 + (one.index % Math.max(text.length - at, 1)),
      };
    }
    case 'paste': {
      const block = { content: { text: 'é/' }, id: 'x', isHidden: false, type: 'text' };
      return { kind: 'paste', at: gap, text: JSON.stringify([block, block]) };
    }
    default:
      return { kind: one.kind, items };
  }
}

/** Somewhere in the field: among its rows, or among the blocks of the list of one of them. */
function gapFor({ to, index }: Choice, first: Listed, parts: readonly Listed[]): GapOf {
  const { field } = first;
  const isSame = (a: Listed): boolean => a.field === field && a.part.kind === first.part.kind;
  const other = pick(parts.filter(isSame), to) ?? first;
  const list = other.path.slice(0, -1);
  const siblings = parts.filter(
    (part) => isSame(part) && String(part.path.slice(0, -1)) === String(list),
  );
  return { field, list, index: index % (siblings.length + 1) };
}
type GapOf = Extract<Operation, { readonly kind: 'move' }>['to'];

function placeOf({ field, path }: Place): Place {
  return { field, path };
}

/** Each once, in the order of the document. */
function unique(items: readonly Listed[]): readonly Listed[] {
  return [...new Set(items)].sort(
    (a, b) => a.field - b.field || a.part.span.start - b.part.span.start,
  );
}

function flat(parts: readonly StructurePart[]): readonly StructurePart[] {
  return parts.flatMap((part) => [part, ...flat(part.parts)]);
}

function pick<Value>(values: readonly Value[], at: number): Value | undefined {
  return values[at % Math.max(values.length, 1)];
}
