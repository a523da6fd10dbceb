import type { JsonObject } from '../../kirby/json/value.ts';
import { isTrue, orElse, valueOf } from '../content-value.ts';
import { type Html, raw, snippet } from '../html.ts';
import { attributesHtml } from '../video.ts';

/** The `data-crop` and `data-ratio` of an image or a gallery; `undefined` where printing throws. */
export function figureAttributes(content: JsonObject): Html | undefined {
  const ratio = orElse(valueOf(content, 'ratio'), 'auto').text;
  if (ratio === undefined) return undefined;
  return attributesHtml({ 'data-crop': isTrue(valueOf(content, 'crop')), 'data-ratio': ratio });
}

/**
 * The caption as `print` makes an element of it, or nothing when it is empty; `undefined` where
 * printing throws. A caption of `false` is not empty to Kirby, though nothing is printed of it.
 */
export function captionOf(
  content: JsonObject,
  print: (text: Html) => Html = figcaption,
): Html | undefined {
  const { isEmpty, text } = valueOf(content, 'caption');
  if (isEmpty) return raw('');
  return text === undefined ? undefined : print(raw(text));
}

function figcaption(text: Html): Html {
  return snippet`  <figcaption>
    ${text}  </figcaption>
  `;
}
