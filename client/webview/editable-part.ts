/** A text of a fragment that may be written where it stands. */
export interface EditablePart {
  readonly element: HTMLElement;
  /** A key of the content of a block; empty: the value of a field. */
  readonly part: string;
  /** Which of the paragraphs of the value it is; `undefined`: the whole value. */
  readonly paragraph: number | undefined;
}

/** The texts of a fragment in the order in which they stand there. */
export function partsOf(fragment: HTMLElement): readonly EditablePart[] {
  if (!fragment.matches('.kirby-block')) {
    const value = fragment.matches('.kirby-title')
      ? fragment
      : fragment.querySelector<HTMLElement>(':scope > p.kirby-value');
    return value === null ? [] : [{ element: value, part: '', paragraph: undefined }];
  }
  const whole = (selector: string, part: string): readonly EditablePart[] => {
    const element = fragment.querySelector<HTMLElement>(selector);
    return element === null ? [] : [{ element, part, paragraph: undefined }];
  };
  switch (fragment.dataset['type']) {
    case 'heading':
      return whole(':scope > :is(h1, h2, h3, h4, h5, h6)', 'text');
    case 'quote':
      return [
        ...whole(':scope > blockquote', 'text'),
        ...whole(':scope > blockquote > footer', 'citation'),
      ];
    case 'image':
    case 'gallery':
    case 'video':
      return whole('figcaption', 'caption');
    case 'text':
    case 'list':
      return paragraphsIn(fragment);
    default:
      return [];
  }
}

const paragraphs = 'p, li, h1, h2, h3, h4, h5, h6';

/** Those that hold no others, as `paragraphsOf()` finds them in the source. */
function paragraphsIn(fragment: HTMLElement): readonly EditablePart[] {
  return [...fragment.querySelectorAll<HTMLElement>(paragraphs)]
    .filter((element) => element.querySelector(paragraphs) === null)
    .map((element, paragraph) => ({ element, part: 'text', paragraph }));
}

/** The element of a part, with nothing but its own text in it: the name below a quote is another one. */
export function elementOf({ element }: EditablePart): HTMLElement {
  if (element.localName !== 'blockquote') return element;
  const own = document.createElement('div');
  own.append(...[...element.childNodes].filter((node) => node.nodeName !== 'FOOTER'));
  element.prepend(own);
  return own;
}
