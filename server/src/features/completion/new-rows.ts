import type { CompletionContext, CompletionItem, CompletionProvider } from './completion.ts';
import { asSnippet, insertValue } from './json-insert.ts';
import type { JsonLevel, JsonPlace } from './json-place.ts';
import { usualPatterns, usualWidths, widthsOf } from './widths.ts';
import { say } from '../../kirby/text/say.ts';

/** A whole new row in a layout, for each pattern of columns; a new column in a row. */
export const newRows: CompletionProvider = ({ context, json }) => {
  if (json?.cursor.place !== 'value' || json.cursor.isQuoted) return undefined;
  const items = partsAt(json.level, context).map((part, index) => partItem(json, part, index));
  return { items, isIncomplete: false };
};

interface Part {
  readonly label: string;
  readonly detail: string;
  /** JSON; the first `"blocks":[` is where the author goes on. */
  readonly text: string;
}

function partsAt(level: JsonLevel, context: CompletionContext): readonly Part[] {
  if (level.kind === 'rows') {
    const patterns = level.field?.layouts ?? usualPatterns;
    return patterns.map((widths) => ({
      label: widths.join(' + '),
      detail: widths.length === 1 ? say`New row` : say`New row of ${widths.length} columns`,
      text: rowOf(widths, context),
    }));
  }
  if (level.kind !== 'columns') return [];
  const patterns = level.field?.layouts;
  const widths = patterns === undefined ? usualWidths : widthsOf(patterns);
  return widths.map((width) => ({
    label: width,
    detail: say`New column`,
    text: columnOf(width, context),
  }));
}

function rowOf(widths: readonly string[], context: CompletionContext): string {
  const columns = widths.map((width) => columnOf(width, context)).join(',');
  return `{"attrs":{},"columns":[${columns}],"id":"${context.newId?.() ?? ''}"}`;
}

function columnOf(width: string, { newId }: CompletionContext): string {
  return `{"blocks":[],"id":"${newId?.() ?? ''}","width":${JSON.stringify(width)}}`;
}

function partItem(json: JsonPlace, { label, detail, text }: Part, index: number): CompletionItem {
  const styled = json.style.escapesSlashes ? text.replaceAll('/', '\\/') : text;
  const { insert, additionalEdits } = insertValue(json, styled, false);
  const list = json.encode('"blocks":[');
  const inside = insert.text.indexOf(list) + list.length;
  const before = asSnippet(insert.text.slice(0, inside));
  const snippet = `${before}$1${asSnippet(insert.text.slice(inside))}`;
  return {
    label,
    detail,
    kind: 'block',
    sortText: String(index).padStart(3, '0'),
    filterText: label,
    insert: { ...insert, snippet },
    additionalEdits,
  };
}
