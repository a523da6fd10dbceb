import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { allSafeEdits, fixesAt, type OfferedFix } from '../features/fixes.ts';
import type { RuleSeverities } from '../features/diagnostics.ts';
import type { Span } from '../kirby/text/span.ts';
import type { Edit, RuleContext } from '../rules/rule.ts';
import { type DiagnosticLinks, toDiagnostic, toTextEdit } from './convert.ts';
import { addressOf } from './wide-fix.ts';

/** The kind of our "fix all": `source.fixAll.kirbyAuthor` in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.kirbyAuthor`;

export interface CodeActionOptions {
  /** The kinds that are wanted; all when absent. */
  readonly only: readonly string[] | undefined;
  readonly severities: RuleSeverities;
  readonly links: DiagnosticLinks;
  /** Whether the editor asks once more for a fix that reaches into other files. */
  readonly resolves: boolean;
}

/** What is offered for a span: the fixes of the problems there, and fixing all that is safe. */
export function codeActions(
  document: TextDocument,
  context: RuleContext,
  span: Span,
  { only, severities, links, resolves }: CodeActionOptions,
): readonly CodeAction[] {
  const wants = (kind: string): boolean =>
    only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const offered of fixesAt(context, span, severities)) {
      const { finding, fix, isPreferred } = offered;
      if (fix.wide !== undefined && !resolves) continue;
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(document, finding, links)],
        ...(isPreferred ? { isPreferred } : {}),
        ...change(document, offered),
      });
    }
  }
  // Only on request: computing every repair for each light bulb would cost what nobody asked for.
  if (only?.some((wanted) => FIX_ALL === wanted || FIX_ALL.startsWith(`${wanted}.`)) === true) {
    const edits = allSafeEdits(context, severities);
    if (edits.length > 0) {
      actions.push({ title: 'Fix all that is safe', kind: FIX_ALL, ...edited(document, edits) });
    }
  }
  return actions;
}

/** The edits of a fix, or what finds it again when its edits are asked for. */
function change(
  document: TextDocument,
  offered: OfferedFix,
): Pick<CodeAction, 'edit'> | Pick<CodeAction, 'data'> {
  return offered.fix.wide === undefined
    ? edited(document, offered.fix.edits)
    : { data: addressOf(document, offered) };
}

/** The edits as a change of this very version, so that a late one is refused and not misplaced. */
function edited(document: TextDocument, edits: readonly Edit[]): Pick<CodeAction, 'edit'> {
  return {
    edit: {
      documentChanges: [
        {
          textDocument: { uri: document.uri, version: document.version },
          edits: edits.map((edit) => toTextEdit(document, edit)),
        },
      ],
    },
  };
}
