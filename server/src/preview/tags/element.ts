import { htmlEntities } from '../../kirby/kirbytext/html-entities.ts';

/** Attributes of an element by name; what is `undefined`, false or empty is left out. */
export type TagAttributes = Readonly<Record<string, AttributeValue>>;

/** `escaped`: HTML already. */
type AttributeValue = string | boolean | { readonly escaped: string } | undefined;

/**
 * `Kirby\Toolkit\Html::tag()`: an element on one line, its attributes in alphabetical order.
 *
 * @param content HTML; `undefined` for an element that has no end
 */
export function element(name: string, attributes: TagAttributes, content?: string): string {
  const parts = Object.keys(attributes)
    .sort()
    .map((key) => attributeText(key, attributes[key]));
  const start = `<${name}${parts.join('')}>`;
  return content === undefined ? start : `${start}${content}</${name}>`;
}

/** `Kirby\Toolkit\Html::figure()` */
export function figure(content: string, caption: string, attributes: TagAttributes): string {
  const figcaption = isEmpty(caption) ? '' : element('figcaption', {}, caption);
  return element('figure', attributes, content + figcaption);
}

/** PHP's `empty()` for text. */
export function isEmpty(text: string | undefined): text is undefined | '' | '0' {
  return text === undefined || text === '' || text === '0';
}

function attributeText(name: string, value: AttributeValue): string {
  if (value === undefined || value === false) return '';
  if (value === true) return ` ${name}`;
  const text = typeof value === 'string' ? htmlEntities(value) : value.escaped;
  // An empty `alt` says that an image is decoration; other attributes say nothing when empty.
  return text === '' && name !== 'alt' ? '' : ` ${name}="${text}"`;
}
