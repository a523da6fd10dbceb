import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../kirby/text/span.ts';
import type { Edit, Related, Severity } from '../rules/rule.ts';
import type { Finding } from '../rules/run.ts';
import type { LinesOfSpan } from '../site/search/hit.ts';
import type { UriOf } from './uris.ts';

/** The only place where offsets become lines and columns, and back. */

/** The start of a file: where it is shown when the whole of it is meant. */
export const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function toRange(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** The same for a file that is not open, of which only the lines are known. */
export function toRangeOf({ first, last }: LinesOfSpan, { start, end }: Span): Range {
  return {
    start: { line: first.number, character: start - first.start },
    end: { line: last.number, character: end - last.start },
  };
}

/** What a clock on the wall shows: `2024-02-29T12:30:00`. */
export function localTime(date: Date): string {
  const local = date.getTime() - date.getTimezoneOffset() * 60_000;
  return new Date(local).toISOString().slice(0, 19);
}

export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit.span), newText: edit.text };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where the page of a rule stands; the code alone when no address is known. */
export type RulePage = (code: string) => CodeDescription | undefined;

/** Where a diagnostic leads: to the page of its rule, and to other files of the site. */
export interface DiagnosticLinks {
  readonly page: RulePage;
  readonly uriOf: UriOf;
}

export function toDiagnostic(
  document: TextDocument,
  finding: Finding,
  { page, uriOf }: DiagnosticLinks,
): Diagnostic {
  const { problem, rule } = finding;
  const description = page(rule.code);
  return {
    range: toRange(document, problem.span),
    severity: severities[finding.severity],
    code: rule.code,
    ...(description === undefined ? {} : { codeDescription: description }),
    source: 'Kirby',
    message: problem.message,
    ...(problem.related === undefined
      ? {}
      : {
          relatedInformation: problem.related.flatMap((place) => {
            const location = relatedLocation(document, place, uriOf);
            return location === undefined ? [] : [{ message: place.message, location }];
          }),
        }),
  };
}

function relatedLocation(
  document: TextDocument,
  place: Related,
  uriOf: UriOf,
): Location | undefined {
  if ('span' in place) return { uri: document.uri, range: toRange(document, place.span) };
  const uri = uriOf(place.path);
  return uri === undefined ? undefined : { uri, range: top };
}
