import { describe, expect, test } from 'vitest';
import { applyEdits, fixesAt } from '../../server/src/features/fixes.ts';
import { fieldNamed, parseContent } from '../../server/src/kirby/content/parse.ts';
import { intersects } from '../../server/src/kirby/text/span.ts';
import { renderContext } from '../../server/src/preview/context.ts';
import { renderPage } from '../../server/src/preview/render.ts';
import { runRules } from '../../server/src/rules/run.ts';
import { contextIn, sharedSite, sharedSiteNames } from '../support/shared-site.ts';

const name = 'POP-Collectif__mediations';
const path =
  'content/magazines/1_et-si-le-numerique-rendait-les-territoires-plus-verts/1_avant-propos/article.txt';
const isHere = sharedSiteNames().includes(name);

describe.skipIf(!isHere)(
  'the article it all began with (skipped: it is not on this machine)',
  async () => {
    const { site, contents } = isHere
      ? await sharedSite(name)
      : { site: undefined, contents: new Map() };
    const text = String(contents.get(path) ?? '');

    test('has no problem', () => {
      expect(findingsOf(text)).toEqual([]);
    });

    test('is shown with all of its 19 blocks', () => {
      const { document, file } = contextOf(text);
      const preview = renderPage(
        document,
        renderContext({ site, model: file?.model, audience: 'editor' }),
        file,
      );
      const fragments = [...preview.fragments.values()];
      const blocks = fragments.filter(({ place }) => place.path.at(-2) === 'blocks');
      expect(blocks).toHaveLength(19);
      expect(fragments.map(({ html }) => html).join('')).not.toContain('kirby-placeholder');
      expect(preview.broken).toEqual([]);
    });

    const quotes = quotesIn(text);

    test('has escaped quotes to lose', () => {
      expect(quotes).toHaveLength(6);
    });

    test.each(quotes)(
      'without the backslash at %i it has one problem, and one click mends it',
      (at) => {
        const broken = text.slice(0, at) + text.slice(at + 1);
        const quote = { start: at, end: at + 1 };
        const context = contextOf(broken);
        const { findings } = runRules(context);
        expect(findings.map(({ rule, severity }) => `${severity} ${rule.code}`)).toEqual([
          'error broken-json',
        ]);
        expect(findings.map(({ problem }) => intersects(problem.span, quote))).toEqual([true]);
        const [first] = fixesAt(context, quote, {});
        expect(first?.isPreferred).toBe(true);
        expect(applyEdits(broken, first?.fix.edits ?? [])).toBe(text);
      },
    );

    function contextOf(of: string): ReturnType<typeof contextIn> {
      if (site === undefined) throw new Error('The site was not read.');
      return contextIn(site, path, of);
    }

    function findingsOf(of: string): readonly string[] {
      return runRules(contextOf(of)).findings.map(
        ({ rule, problem }) => `${rule.code}: ${problem.message}`,
      );
    }
  },
);

/** The offsets of the backslashes before quotes in the layout. */
function quotesIn(text: string): readonly number[] {
  const layout = fieldNamed(parseContent(text), 'layout');
  if (layout === undefined) return [];
  return [...text.matchAll(/\\"/gu)]
    .map(({ index }) => index)
    .filter((at) => at >= layout.valueSpan.start && at < layout.valueSpan.end);
}
