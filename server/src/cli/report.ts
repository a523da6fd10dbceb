import type { Severity } from '../rules/rule.ts';

/** What `check` found, in a form for people and programs: 1-based lines, UTF-16 columns. */
export interface Report {
  readonly files: number;
  /** How many of them were mended, or would be; left out where nothing was to be. */
  readonly fixed?: number;
  readonly problems: readonly ReportedProblem[];
}

export interface ReportedProblem {
  /** Relative to the folder in which the command runs, with `/`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Titles of the quick fixes; none where nobody prints them. */
  readonly fixes: readonly string[];
}

/** By files; those of one file are in the order of its text already. */
export function inOrder(problems: readonly ReportedProblem[]): readonly ReportedProblem[] {
  return problems.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

export interface PrintOptions {
  readonly color: boolean;
  /** Whether nothing was written of what is said to be mended. */
  readonly isDryRun: boolean;
  /**
   * A path of the report as GitHub looks for it: from the top of the repository, wherever the command
   * runs.
   */
  readonly inRepository: (path: string) => string;
}

/** One way to print a report. */
export interface Reporter {
  readonly name: string;
  /** Whether it prints the titles of quick fixes, which are looked for in the whole site. */
  readonly printsFixes?: boolean;
  print(report: Report, options: PrintOptions): string;
}

/** Where lines begin, to turn offsets into 1-based lines and columns. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** `{ line: 1, column: 1 }` for offset 0. */
export function lineAndColumn(
  starts: readonly number[],
  offset: number,
): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
