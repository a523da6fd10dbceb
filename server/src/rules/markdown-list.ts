import { markdownList as markdownListIn } from '../kirby/html/markdown-list.ts';
import type { Rule } from './rule.ts';
import { textFix } from './text-fix.ts';
import { htmls } from './texts.ts';
import { say } from '../kirby/text/say.ts';

/**
 * A list of Markdown in a list field. Kirby prints the field as it stands, with hyphens, and its
 * editor makes one paragraph of it.
 */
export const markdownList: Rule = {
  code: 'markdown-list',
  severity: 'warning',
  reads: 'site',
  *check(context) {
    for (const text of htmls(context)) {
      if (text.definition.type !== 'list') continue;
      const found = markdownListIn(text.text);
      if (found === undefined) continue;
      const { html } = found;
      const whole = { start: 0, end: text.text.length };
      const lineBreak = text.text.search(/\r?\n/);
      const firstLine = { start: 0, end: lineBreak < 0 ? whole.end : lineBreak };
      yield {
        message: say`A list field holds HTML, not Markdown: readers see the signs of this list as they stand. Write <ul><li>…</li></ul>.`,
        span: text.toSpan(firstLine),
        fixes: () =>
          html === undefined
            ? []
            : textFix(text, say`Make it a list of HTML`, [{ span: whole, text: html }], {
                safe: true,
              }),
      };
    }
  },
};
