import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/features/fixes.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import { type Finding, runRules } from '../../server/src/rules/run.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { siteFrom } from '../support/site.ts';

const pieces = [
  '\n',
  '\n',
  '\r\n',
  ' ',
  '----',
  '-----',
  '---- | ----',
  '---- ----',
  '---',
  '\\----',
  '\uFEFF',
  'Title: A',
  'Text: B',
  'Other: C',
  'other: C',
  'Layout: [{"columns":[]}',
  'Blocks: []',
  'Some prose, and more',
  'word',
  ': x',
  '0: y',
  'a.b: z',
  'https://example.com',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> x',
];

describe('what is odd about dividers and keys', async () => {
  const path = 'content/1_article/article.txt';
  const site = await siteFrom({
    'site/blueprints/pages/article.yml':
      'fields:\n  text:\n    type: textarea\n  layout:\n    type: layout\n',
    [path]: 'Title: A',
  });
  const file = site.contentFile(sitePath(path));
  const found = (text: string): ReturnType<typeof runRules> =>
    runRules({ document: parseContent(text), site, file });

  /** JSON is another's. */
  const own = (findings: readonly Finding[]): readonly Finding[] =>
    // Of two fields of one name, one of which was taken for another, nothing could be said before.
    findings.filter(({ rule }) => rule.code !== 'broken-json' && rule.code !== 'duplicate-field');

  test('no text makes a rule fail, and no fix makes a file worse', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        const { findings, failures } = found(text);
        expect(failures).toEqual([]);
        for (const { problem, rule } of findings) {
          expect(problem.span.start).toBeGreaterThanOrEqual(0);
          expect(problem.span.end).toBeGreaterThanOrEqual(problem.span.start);
          expect(problem.span.end).toBeLessThanOrEqual(text.length);
          if (rule.code === 'broken-json') continue;
          for (const fix of problem.fixes?.() ?? []) {
            const mended = applyEdits(text, fix.edits);
            const left = found(mended).findings;
            const count = (list: typeof left): number =>
              list.filter((other) => other.rule === rule).length;
            const about = `${rule.code}: ${fix.title} in ${mended}`;
            expect(count(left), about).toBeLessThan(count(findings));
            // What one fault hid of another may come to light, but nothing is new.
            expect(own(left).length, about).toBeLessThanOrEqual(own(findings).length);
          }
        }
      }),
      { numRuns: Number(process.env['FAULT_RUNS'] ?? 300) },
    );
  });

  test('one place has one problem', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const { findings } = found(parts.join(''));
        const places = own(findings).map(({ problem }) => problem.span.start);
        expect(new Set(places).size, JSON.stringify(parts)).toBe(places.length);
      }),
    );
  });
});
