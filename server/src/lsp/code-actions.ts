import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { allSafeEdits, fixesAt } from '../features/fixes.ts';
import type { RuleSeverities } from '../features/diagnostics.ts';
import type { Span } from '../kirby/text/span.ts';
import type { Edit, RuleContext } from '../rules/rule.ts';
import { type RulePage, toDiagnostic, toTextEdit } from './convert.ts';

/** The kind of our "fix all": `source.fixAll.kirbyAuthor` in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.kirbyAuthor`;

/** What is offered for a span: the fixes of the problems there, and fixing all that is safe. */
export function codeActions(
  document: TextDocument,
  context: RuleContext,
  span: Span,
  only: readonly string[] | undefined,
  severities: RuleSeverities,
  page: RulePage,
): readonly CodeAction[] {
  const wants = (kind: string): boolean =>
    only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const { finding, fix, isPreferred } of fixesAt(context, span, severities)) {
      // A fix that reaches into other files comes with the features that need it.
      if (fix.edits.some((edit) => edit.path !== undefined)) continue;
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(document, finding, page)],
        ...(isPreferred ? { isPreferred } : {}),
        ...edited(document, fix.edits),
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
