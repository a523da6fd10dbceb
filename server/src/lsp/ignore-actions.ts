import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findingsAt } from '../features/fixes.ts';
import { PROJECT_CONFIG } from '../features/project-config.ts';
import { say } from '../kirby/text/say.ts';
import type { Span } from '../kirby/text/span.ts';
import { ignoreProblem, type IgnoreWishParams } from '../protocol/index.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type DiagnosticLinks, toDiagnostic } from './convert.ts';
import type { Server } from './server.ts';

/**
 * What stands behind all quick fixes of a place: content has no comments, so what an author wants to
 * hear nothing of stands in the config of the project. Offered to our own client, which saves the
 * config; only then it counts.
 */
export function ignoreActions(
  server: Server,
  document: TextDocument,
  context: RuleContext,
  span: Span,
  {
    only,
    links,
  }: { readonly only: readonly string[] | undefined; readonly links: DiagnosticLinks },
): readonly CodeAction[] {
  const place = server.sites.placeOf(document.uri);
  const isWanted = only?.some((kind) => CodeActionKind.QuickFix === kind) ?? true;
  if (!server.abilities.ignoresProblems || !isWanted || place === undefined) return [];
  const { config, path } = server.configs.placeFor(place);
  const found = findingsAt(context, span, server.severitiesFor(document.uri));
  const first = new Map(found.map((finding) => [finding.rule.code, finding] as const).reverse());
  return [...first].reverse().flatMap(([code, finding]) => {
    const diagnostics = [toDiagnostic(document, finding, links)];
    const action = (title: string, wish: IgnoreWishParams): CodeAction => {
      const command = { title, command: ignoreProblem, arguments: [wish] };
      return { title, kind: CodeActionKind.QuickFix, diagnostics, command };
    };
    const inFile = action(say`Ignore ${code} in this file (${PROJECT_CONFIG})`, {
      config,
      code,
      path,
    });
    // The settings of an author come before those of a project.
    if (server.settings.of(document.uri).rules[code] !== undefined) return [inFile];
    const anywhere = say`Turn ${code} off for the whole site (${PROJECT_CONFIG})`;
    return [inFile, action(anywhere, { config, code })];
  });
}
