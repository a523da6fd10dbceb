import { htmlEntities } from '../../kirby/kirbytext/html-entities.ts';
import { orElse, valueOf } from '../content-value.ts';
import { raw, snippet } from '../html.ts';
import type { BlockRenderer } from './renderer.ts';

/**
 * `config/blocks/code/code.php`. The page gets the language unescaped, as Kirby prints it; an editor
 * gets it escaped.
 */
export const code: BlockRenderer = (content, { audience }) => {
  const language = orElse(valueOf(content, 'language'), 'text').text;
  const text = valueOf(content, 'code').text;
  if (language === undefined || text === undefined) return undefined;
  const name = audience === 'page' ? raw(language) : language;
  return snippet`<pre><code class="language-${name}">${raw(htmlEntities(text))}</code></pre>
`;
};
