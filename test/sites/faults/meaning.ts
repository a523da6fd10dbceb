import { isArray } from '../../../server/src/kirby/json/value.ts';
import { blocksOf, type Fault, type Injected, inserted, type Pick, replaced } from './fault.ts';
import { type Part, rawIn, spanIn, type Target } from './target.ts';

/** JSON that can be read and does not mean what it should. */
export const meaningFaults: readonly Fault[] = [
  { name: 'a block twice', code: 'duplicate-id', inject: twice(blocksOf) },
  {
    name: 'a column twice',
    code: 'duplicate-id',
    inject: twice(({ columns }) => columns.filter(hasId)),
  },
  { name: 'a row twice', code: 'duplicate-id', inject: twice(({ rows }) => rows.filter(hasId)) },

  {
    name: 'null before a block',
    code: 'wrong-nesting',
    restores: true,
    inject: before(blocksOf, 'null'),
  },
  {
    name: 'a text before a block',
    code: 'wrong-nesting',
    restores: true,
    inject: before(blocksOf, '"text"'),
  },
  {
    name: 'a number before a block',
    code: 'wrong-nesting',
    restores: true,
    inject: before(blocksOf, '12'),
  },
  {
    name: 'null before a column',
    code: 'wrong-nesting',
    restores: true,
    inject: before(({ columns }) => columns, 'null'),
  },
  {
    name: 'a text before a column',
    code: 'wrong-nesting',
    restores: true,
    inject: before(({ columns }) => columns, '"1/2"'),
  },
  {
    name: 'null after a row',
    code: 'wrong-nesting',
    restores: true,
    inject: after(({ rows }) => rows, 'null'),
  },
  {
    name: 'columns without their list',
    code: 'wrong-nesting',
    restores: true,
    inject: unlisted(({ rows }) => rows, 'columns'),
  },
  {
    name: 'blocks without their list',
    code: 'wrong-nesting',
    restores: true,
    inject: unlisted(({ columns }) => columns, 'blocks'),
  },
  {
    name: 'columns as a text',
    code: 'wrong-nesting',
    inject: member(({ rows }) => rows, 'columns', ['"1/2"', 'true', '2']),
  },
  {
    name: 'blocks as a text',
    code: 'wrong-nesting',
    inject: member(({ columns }) => columns, 'blocks', ['"text"', 'false', '0']),
  },
  {
    name: 'row settings as a text',
    code: 'wrong-nesting',
    inject: member(({ rows }) => rows, 'attrs', ['"blue"', 'true', '3']),
  },
  {
    name: 'a width as a list',
    code: 'wrong-nesting',
    inject: member(({ columns }) => columns, 'width', ['["1/2"]', '{}', '{"a":1}']),
  },
  {
    name: 'the id of a block as a list',
    code: 'wrong-nesting',
    inject: member(blocksOf, 'id', ['[]', '["a"]', '{"a":1}']),
  },
  {
    name: 'the id of a row as an object',
    code: 'wrong-nesting',
    inject: member(({ rows }) => rows, 'id', ['{}', '["a"]']),
  },

  { name: 'a block with no type', code: 'missing-block-type', inject: untyped },
  {
    name: 'a block whose type is null',
    code: 'missing-block-type',
    inject: wholeBlock('type', ['null', '[]', '{}']),
  },
  {
    name: 'a width that is none',
    code: 'column-width',
    inject: member(({ columns }) => columns, 'width', [
      '"half"',
      '"50%"',
      '"1/0"',
      '"1/2px"',
      '"1:2"',
    ]),
  },
  {
    name: 'a width that does not divide twelve',
    code: 'column-width',
    inject: member(({ columns }) => columns, 'width', ['"1/5"', '"3\\/7"', '"1/24"', '"1/8"']),
  },
  {
    name: 'hidden as a text',
    code: 'hidden-flag',
    inject: member(blocksOf, 'isHidden', ['"false"', '"no"', '"FALSE"', '"off"']),
  },
  {
    name: 'hidden as a list',
    code: 'hidden-flag',
    inject: member(blocksOf, 'isHidden', ['[]', '{}', '[false]']),
  },
  { name: 'a block among the rows', code: 'stray-block', inject: stray },
  {
    name: 'a block with settings',
    code: 'outdated-block',
    restores: true,
    inject: (target, pick) => addMember(target, pick(blocksOf(target)), '"attrs":[]'),
  },
  {
    name: 'a block with filled settings',
    code: 'outdated-block',
    restores: true,
    inject: (target, pick) => addMember(target, pick(blocksOf(target)), '"attrs":{"color":"#fff"}'),
  },
  { name: 'content as a text', code: 'outdated-block', inject: contentAsText },
  {
    name: 'content as a list',
    code: 'ignored-content',
    inject: member(blocksOf, 'content', ['["text"]', '12', 'true']),
  },
  {
    name: 'a heading level that is none',
    code: 'heading-level',
    inject: (target, pick) => {
      const block = pick(
        blocksOf(target, 'heading').filter(({ value }) => hasKey(value['content'], 'level')),
      );
      return (
        block &&
        replaced(
          target,
          spanIn(target, [...block.path, 'content', 'level']),
          pick(['"2"', '3', '"H2"', '"p"', '"h7"']) ?? '',
        )
      );
    },
  },
  {
    name: 'a type that nothing knows',
    code: 'unknown-block',
    inject: member(blocksOf, 'type', ['"txet"', '"headline"', '"text "', '"imagé"']),
  },
  {
    name: 'a type in capitals',
    code: 'unknown-block',
    restores: true,
    inject: (target, pick) => {
      const block = pick(blocksOf(target, 'text', 'heading', 'image'));
      const path = [...(block?.path ?? []), 'type'];
      return block && replaced(target, spanIn(target, path), rawIn(target, path).toUpperCase());
    },
  },
  { name: 'a key twice', code: 'duplicate-key', inject: keyTwice },
];

type Parts = (target: Target) => readonly Part[];

function hasId({ value: { id } }: Part): boolean {
  return typeof id === 'string' && id !== '';
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}

function twice(parts: Parts): Fault['inject'] {
  return (target, pick) => {
    const part = pick(parts(target).filter(hasId));
    return part && follow(target, part, rawIn(target, part.path));
  };
}

function before(parts: Parts, text: string): Fault['inject'] {
  return (target, pick) => {
    // A field that no blueprint knows is told by what it begins with.
    const part = pick(
      parts(target).filter(({ path }) => target.isKnown || path.length > 1 || path[0] !== 0),
    );
    if (part === undefined) return undefined;
    const { start } = part.span;
    const broken = inserted(target, start, `${text},${blanksBefore(target, part)}`);
    return { ...broken, place: { start, end: start + text.length } };
  };
}

function after(parts: Parts, text: string): Fault['inject'] {
  return (target, pick) => {
    const part = pick(parts(target));
    return part && follow(target, part, text);
  };
}

/** What comes behind a part, on a line of its own where the part has one. */
function follow(target: Target, part: Part, text: string): Injected {
  const { end } = part.span;
  const broken = inserted(target, end, `,${blanksBefore(target, part)}${text}`);
  return { ...broken, place: { start: broken.place.end - text.length, end: broken.place.end } };
}

function blanksBefore({ text }: Target, { span }: Part): string {
  return /\s*$/u.exec(text.slice(0, span.start))?.[0] ?? '';
}

/** `[{…}]` becomes `{…}`. */
function unlisted(parts: Parts, key: string): Fault['inject'] {
  return (target, pick) => {
    const part = pick(
      parts(target).filter(({ value }) => {
        const list = value[key];
        return isArray(list) && list.length === 1;
      }),
    );
    if (part === undefined) return undefined;
    const list = spanIn(target, [...part.path, key]);
    const raw = rawIn(target, [...part.path, key, 0]);
    return isPretty(target) ? undefined : replaced(target, list, raw);
  };
}

/** White space around the brackets would be lost with them. */
function isPretty({ field }: Target): boolean {
  return field.value.text.includes('\n');
}

/** Another value at a key that is there. */
function member(parts: Parts, key: string, values: readonly string[]): Fault['inject'] {
  return (target, pick) => {
    const part = pick(parts(target).filter(({ value }) => key in value));
    const value = pick(values);
    if (part === undefined || value === undefined) return undefined;
    return replaced(target, spanIn(target, [...part.path, key]), value);
  };
}

/** The same, where the problem is that of the whole block. */
function wholeBlock(key: string, values: readonly string[]): Fault['inject'] {
  return (target, pick) => {
    const block = pick(blocksOf(target));
    const value = pick(values);
    if (block === undefined || value === undefined) return undefined;
    const { text } = replaced(target, spanIn(target, [...block.path, key]), value);
    return { text, place: { start: block.span.start, end: block.span.start + 1 } };
  };
}

function contentAsText(target: Target, pick: Pick): Injected | undefined {
  const block = pick(blocksOf(target, 'text', 'heading', 'list', 'quote'));
  const keeps = pick(['"<p>T\\u00eaxt t\u00eaxt<\\/p></p>"', '""']) ?? '';
  return block && { ...replaced(target, spanIn(target, [...block.path, 'content']), keeps), keeps };
}

function untyped(target: Target, pick: Pick): Injected | undefined {
  const block = pick(blocksOf(target));
  if (block === undefined) return undefined;
  const raw = rawIn(target, block.path);
  const without = raw.replace(/,\s*"type"\s*:\s*"[^"]*"(?=\s*\}$)/u, '');
  if (without === raw) return undefined;
  const { text, place } = replaced(target, block.span, without);
  return { text, place: { start: place.start, end: place.start + 1 } };
}

/** Another member before the first one, on a line of its own where these are. */
function addMember(target: Target, block: Part | undefined, source: string): Injected | undefined {
  const blanks = block && /^\{(\s*)/u.exec(rawIn(target, block.path))?.[1];
  return block && inserted(target, block.span.start + 1, `${blanks ?? ''}${source},`);
}

function stray(target: Target, pick: Pick): Injected | undefined {
  const row = pick(target.rows);
  if (row === undefined) return undefined;
  // Spelled as no program would.
  const block =
    '{"content":{"text":"<p>L\\u00f6st löst<\\/p></p>"}, "id":"lost","isHidden" :false,"type":"text"}';
  return { ...follow(target, row, block), keeps: block };
}

function keyTwice(target: Target, pick: Pick): Injected | undefined {
  const block = pick(blocksOf(target));
  return addMember(
    target,
    block,
    pick(['"type":"quote"', '"id":"other"', '"content":{"text":"other"}']) ?? '',
  );
}
