import { lettersOf, type Unit } from './inline-text.ts';

/** Shows a text in an element, its marks as elements that know which units they are. */
export function showUnits(element: HTMLElement, units: readonly Unit[]): void {
  element.replaceChildren();
  let into: Element = element;
  let letters = '';
  const flush = (): void => {
    if (letters !== '') into.append(letters);
    letters = '';
  };
  const ends = new Set<number>();
  for (const [index, { text, mark }] of units.entries()) {
    if (text !== '') {
      letters += text;
      continue;
    }
    flush();
    if (mark !== undefined) {
      const made = document.createElement(mark.name);
      made.dataset['unit'] = String(index);
      into.append(made);
      if (mark.end === index) continue;
      ends.add(mark.end);
      into = made;
    } else if (ends.has(index)) into = into.parentElement ?? element;
  }
  flush();
}

/**
 * The text that an element shows now: units of before, and letters. Marks without letters are gone, and a
 * text that had no line breaks gets none.
 */
export function readUnits(element: HTMLElement, units: readonly Unit[]): readonly Unit[] {
  const now = unitsIn(element, units);
  if (units.some(({ text }) => text === '\n')) return now;
  return now.map((unit) => (unit.text === '\n' ? { source: ' ', text: ' ' } : unit));
}

function unitsIn(node: Node, units: readonly Unit[]): readonly Unit[] {
  return [...node.childNodes].flatMap((child) => {
    if (child instanceof Text) return lettersOf(child.data);
    if (!(child instanceof HTMLElement)) return [];
    const inside = unitsIn(child, units);
    const { unit } = child.dataset;
    const first = unit === undefined ? undefined : units[Number(unit)];
    if (first?.mark === undefined) {
      // What the browser has made is no mark: a new line, or at the end the place of a text that is empty.
      const isEnd = child.localName === 'br' && child.nextSibling === null;
      const isLine = child.previousSibling !== null && !isEnd;
      return isLine ? [...lettersOf('\n'), ...inside] : inside;
    }
    const last = units[first.mark.end];
    if (last === undefined || first === last) return [first];
    return inside.length === 0 ? [] : [first, ...inside, last];
  });
}
