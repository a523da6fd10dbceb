import { isArray, isObject, type JsonValue } from '../kirby/json/value.ts';
import { allShapes } from './all-shapes.ts';
import { jsonFix } from './json-fix.ts';
import type { Fix, Problem, Rule } from './rule.ts';
import { type Misfit, opening, placed, type Shape } from './shape.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A value of the wrong type in the frame of a Layout or Blocks field: a text where a list of
 * columns belongs, `null` among the blocks. Kirby's factories are typed, so the page dies with an
 * error (`Kirby\Cms\Items::factory()`, `Kirby\Cms\Blocks::factory()`).
 */
export const wrongNesting: Rule = {
  code: 'wrong-nesting',
  severity: 'error',
  reads: 'site',
  *check(context) {
    for (const shape of allShapes(context)) {
      for (const { item, span } of placed(shape, shape.misfits, (misfit) => misfit.path)) {
        yield problem(shape, item, isLong(item.value) ? opening(span) : span);
      }
    }
  },
};

function problem(shape: Shape, misfit: Misfit, span: Problem['span']): Problem {
  const { found, expected } = words(misfit, shape.kind);
  const effect =
    misfit.place === 'field' && shape.kind === 'layout' && !isObject(misfit.value)
      ? say`Kirby shows nothing for this field, and the next save in the Panel empties it.`
      : misfit.place === 'field' && !isObject(misfit.value)
        ? say`Kirby takes the value for text and shows its source on the page.`
        : isSilent(misfit)
          ? say`Kirby drops it without a message.`
          : say`Kirby cannot build the page and shows an error instead.`;
  return {
    message: say`Expected ${expected} here, found ${found}. ${effect}`,
    span,
    fixes: () => fixes(shape, misfit),
  };
}

/** A list in place of a row or column passes PHP's types, but nothing in it is read. */
function isSilent({ place, value }: Misfit): boolean {
  return (place === 'row' || place === 'column') && isArray(value);
}

const expectations: Readonly<Record<Misfit['place'], () => string>> = {
  field: () => say`a list of rows`,
  row: () => say`a row`,
  columns: () => say`a list of columns`,
  column: () => say`a column`,
  blocks: () => say`a list of blocks`,
  block: () => say`a block`,
  attrs: () => say`the row settings`,
  id: () => say`an id in quotes`,
  width: () => say`a width like "1/2"`,
};

function words(
  { place, value }: Misfit,
  kind: Shape['kind'],
): { readonly found: string; readonly expected: string } {
  const expected =
    place === 'field' && kind === 'blocks' ? say`a list of blocks` : expectations[place]();
  return { expected, found: nounOf(value) };
}

function nounOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (isArray(value)) return say`a list`;
  if (isObject(value)) return say`a single object`;
  if (typeof value === 'string') return say`a text`;
  return typeof value === 'number' ? say`a number` : String(value);
}

function removalOf(value: JsonValue): string {
  if (isArray(value)) return say`Remove this list`;
  if (isObject(value)) return say`Remove this single object`;
  if (typeof value === 'string') return say`Remove this text`;
  return typeof value === 'number' ? say`Remove this number` : say`Remove this ${String(value)}`;
}

function isLong(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}

function fixes(shape: Shape, { place, path, value }: Misfit): readonly Fix[] {
  const last = path.at(-1);
  switch (place) {
    case 'field':
    case 'columns':
    case 'blocks':
      return isObject(value)
        ? jsonFix(
            shape,
            say`Put it in a list`,
            { kind: 'set', path, value: [value] },
            { safe: true },
          )
        : place === 'field'
          ? []
          : jsonFix(
              shape,
              say`Replace it by an empty list`,
              { kind: 'set', path, value: [] },
              { safe: false },
            );
    case 'row':
    case 'column':
    case 'block':
      return typeof last === 'number'
        ? jsonFix(shape, removalOf(value), { kind: 'remove', path }, { safe: value === null })
        : [];
    case 'attrs':
      return jsonFix(
        shape,
        say`Replace it by empty settings`,
        { kind: 'set', path, value: [] },
        { safe: false },
      );
    case 'id':
      return jsonFix(
        shape,
        say`Remove the id; Kirby makes a new one`,
        { kind: 'remove', path },
        { safe: true },
      );
    case 'width': {
      const [first] = isArray(value) ? value : [];
      const width = typeof first === 'string' ? first : '1/1';
      return jsonFix(
        shape,
        say`Replace it by "${width}"`,
        { kind: 'set', path, value: width },
        { safe: typeof first === 'string' },
      );
    }
  }
}
