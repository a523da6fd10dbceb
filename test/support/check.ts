import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { allSafeEdits, applyEdits, fixesAt } from '../../server/src/features/fixes.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { parseContent } from '../../server/src/kirby/content/parse.ts';
import type { Severity, RuleContext } from '../../server/src/rules/rule.ts';
import type { Finding } from '../../server/src/rules/run.ts';
import { sitePath } from '../../server/src/site/site-path.ts';
import { type SiteFiles, siteFrom } from './site.ts';

/**
 * Tests are texts. A line of carets under the content says what is expected there:
 *
 * ```text
 * Text: See (image: cover.jpg).
 *                   ^^^^^^^^^ missing-file: The file "cover.jpg" …
 * ```
 *
 * The helper finds the problems, writes them under the text in the same form and compares the whole,
 * so that a failure is a readable difference and a problem too many is one as well. `!`, `?` or `.`
 * before the code stand for the severity: `^^^ error missing-file: …` names it where it matters.
 */
export interface CheckOptions {
  /** Further files of the site, by path: `{ 'content/1_article/photo.jpg': '' }`. */
  readonly files?: SiteFiles;
  /** Where the text stands in the site. */
  readonly path?: string;
  /** Only problems of these rules are looked at; all by default. */
  readonly only?: readonly string[];
  /** `false`: the text is a loose file, outside of any site. */
  readonly inSite?: boolean;
  /** The author's day; not known by default. */
  readonly today?: string;
}

/** An article with a layout and a blocks field; enough of a site for most rules. */
const blueprint = `title: Article
fields:
  layout:
    type: layout
  blocks:
    type: blocks
  text:
    type: textarea
  cover:
    type: files
`;

const article = 'content/1_article/article.txt';

const marker = /^ *\^+ (?:(?:error|warning|information|hint) )?[a-z-]+: /u;

/** Checks that exactly the marked problems are found. Messages may be given up to a `…`. */
export async function checkDiagnostics(marked: string, options: CheckOptions = {}): Promise<void> {
  const lines = trimFrame(marked).split('\n');
  const text = lines.filter((line) => !marker.test(line)).join('\n');
  const found = findings(await contextOf(text, options), options);
  const withSeverity = lines.some((line) => /\^ (?:error|warning|information|hint) /u.test(line));
  expect(shorten(annotate(text, found, withSeverity), lines)).toBe(lines.join('\n'));
}

/**
 * Checks what a fix makes of a text. `$0` in `before` is the cursor; the fix is the preferred one
 * there, or the one with the given title.
 */
export async function checkFix(
  before: string,
  after: string,
  options: CheckOptions & { readonly title?: string } = {},
): Promise<void> {
  const marked = trimFrame(before);
  const cursor = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const context = await contextOf(text, options);
  const offered = fixesAt(context, { start: cursor, end: cursor }, {}).filter(
    ({ finding }) => options.only?.includes(finding.rule.code) ?? true,
  );
  const titles = offered.map(({ fix }) => fix.title);
  const chosen =
    options.title === undefined
      ? offered[0]
      : offered.find(({ fix }) => fix.title === options.title);
  expect(chosen, `a fix among ${JSON.stringify(titles)}`).toBeDefined();
  const result = applyEdits(text, chosen?.fix.edits ?? []);
  expect(result).toBe(trimFrame(after));
  if (chosen?.fix.safe === true) expect(pageOf(chosen.finding)).toMatch(/_fix\s+all_/iu);
  // A fix removes its problem and adds none.
  const left = findings(await contextOf(result, options), {});
  const was = findings(context, {});
  expect(left.length).toBeLessThan(was.length);
}

/** What authors read about a rule. A fix that may come unasked is told there. */
function pageOf({ rule }: Finding): string {
  return readFileSync(new URL(`../../docs/rules/${rule.code}.md`, import.meta.url), 'utf8');
}

/** Checks that there is a problem at the cursor, `$0`, and no fix for it. */
export async function checkNoFix(marked: string, options: CheckOptions = {}): Promise<void> {
  const cursor = marked.indexOf('$0');
  const context = await contextOf(marked.replace('$0', ''), options);
  const at = findings(context, options).filter(
    ({ problem: { span } }) => span.start <= cursor && span.end >= cursor,
  );
  expect(at).not.toHaveLength(0);
  const titles = at.flatMap(({ problem }) => problem.fixes?.() ?? []).map(({ title }) => title);
  expect(titles).toEqual([]);
}

/** Checks what "fix all" makes of a text. */
export async function checkFixAll(
  before: string,
  after: string,
  options: CheckOptions = {},
): Promise<void> {
  const text = trimFrame(before);
  const context = await contextOf(text, options);
  expect(applyEdits(text, allSafeEdits(context, {}))).toBe(trimFrame(after));
}

/** The context of a text that stands in a small site. */
export async function contextOf(text: string, options: CheckOptions = {}): Promise<RuleContext> {
  const document = parseContent(text);
  if (options.inSite === false) return { document, site: undefined, file: undefined };
  const path = options.path ?? article;
  const site = await siteFrom({
    'content/site.txt': 'Title: Site',
    'site/blueprints/pages/article.yml': blueprint,
    ...options.files,
    [path]: text,
  });
  const file = site.contentFile(sitePath(path));
  return { document, site, file, today: options.today, newId: countingIds() };
}

/** UUIDs that differ, and are the same in each run. */
export function countingIds(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${(count++).toString(16).padStart(12, '0')}`;
}

function findings(context: RuleContext, { only }: CheckOptions): readonly Finding[] {
  return diagnostics(context, {}).filter(({ rule }) => only?.includes(rule.code) ?? true);
}

function annotate(text: string, found: readonly Finding[], withSeverity: boolean): string {
  const out: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    out.push(line);
    const end = start + line.length;
    for (const { problem, rule, severity } of found) {
      const { span } = problem;
      if (span.start < start || span.start > end) continue;
      const carets = '^'.repeat(Math.max(1, Math.min(span.end, end) - span.start));
      const said: `${Severity} ` | '' = withSeverity ? `${severity} ` : '';
      out.push(
        `${' '.repeat(span.start - start)}${carets} ${said}${rule.code}: ${problem.message}`,
      );
    }
    start = end + 1;
  }
  return out.join('\n');
}

/** Cuts each found line where the expected one at its place ends with `…`. */
function shorten(found: string, expected: readonly string[]): string {
  return found
    .split('\n')
    .map((line, index) => {
      const wanted = expected[index];
      if (wanted === undefined || !marker.test(wanted) || !wanted.endsWith('…')) return line;
      return line.startsWith(wanted.slice(0, -1)) ? wanted : line;
    })
    .join('\n');
}

/** Without the line breaks that a template literal has around its text. */
function trimFrame(text: string): string {
  return text.replace(/^\n/u, '').replace(/\n[ ]*$/u, '');
}
