import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { otherSpellings } from '../features/convert-style.ts';
import { allSafeEdits, blueprintFixesAt, fixesAt, type OfferedFix } from '../features/fixes.ts';
import type { RuleSeverities } from '../features/diagnostics.ts';
import type { Spelling } from '../kirby/json/restyle.ts';
import type { Span } from '../kirby/text/span.ts';
import type { BlueprintContext } from '../rules/blueprint/rule.ts';
import type { Edit, RuleContext } from '../rules/rule.ts';
import { type DiagnosticLinks, toDiagnostic, toTextEdit } from './convert.ts';
import { addressOf } from './wide-fix.ts';
import { say } from '../kirby/text/say.ts';

/** The kind of our "fix all": `source.fixAll.kirbyAuthor` in `editor.codeActionsOnSave`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.kirbyAuthor`;

/** The kind of spelling JSON another way. */
export const REWRITE = `${CodeActionKind.RefactorRewrite}.kirbyAuthor`;

const spellingTitles: Readonly<Record<Spelling, () => string>> = {
  readable: () => say`Write é and / in this field as they are`,
  escaped: () => say`Write é and / in this field as \\u00e9 and \\/`,
  pretty: () => say`Write this field with line breaks`,
  minified: () => say`Write this field on one line`,
};

export interface CodeActionOptions {
  /** The kinds that are wanted; all when absent. */
  readonly only: readonly string[] | undefined;
  readonly severities: RuleSeverities;
  readonly links: DiagnosticLinks;
  /** Whether an author has asked, and not the editor with each step of the cursor. */
  readonly isInvoked: boolean;
  /** Whether the editor asks once more for a fix that reaches into other files. */
  readonly resolves: boolean;
  /** Whether the editor takes edits of a version. */
  readonly versioned: boolean;
}

/** What is offered for a span: the fixes of the problems there, and fixing all that is safe. */
export function codeActions(
  document: TextDocument,
  context: RuleContext,
  span: Span,
  { only, severities, links, isInvoked, resolves, versioned }: CodeActionOptions,
): readonly CodeAction[] {
  const wants = (kind: string): boolean =>
    only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    for (const offered of fixesAt(context, span, severities)) {
      if (offered.fix.wide === undefined || resolves)
        actions.push(quickFix(document, offered, links, versioned));
    }
  }
  if (wants(REWRITE) && (isInvoked || only !== undefined)) {
    for (const { spelling, edits } of otherSpellings(context, span.start)) {
      actions.push({
        title: spellingTitles[spelling](),
        kind: REWRITE,
        ...edited(document, edits, versioned),
      });
    }
  }
  // Only on request: computing every repair for each light bulb would cost what nobody asked for.
  if (only?.some((wanted) => FIX_ALL === wanted || FIX_ALL.startsWith(`${wanted}.`)) === true) {
    const edits = allSafeEdits(context, severities);
    if (edits.length > 0) {
      actions.push({
        title: say`Fix all that is safe`,
        kind: FIX_ALL,
        ...edited(document, edits, versioned),
      });
    }
  }
  return actions;
}

/** What is offered for a span of a blueprint: the fixes of the problems there. */
export function blueprintActions(
  document: TextDocument,
  context: BlueprintContext,
  span: Span,
  {
    only,
    severities,
    links,
    versioned,
  }: Pick<CodeActionOptions, 'only' | 'severities' | 'links' | 'versioned'>,
): readonly CodeAction[] {
  if (only?.includes(CodeActionKind.QuickFix) === false) return [];
  return blueprintFixesAt(context, span, severities).map((offered) =>
    quickFix(document, offered, links, versioned),
  );
}

function quickFix(
  document: TextDocument,
  offered: OfferedFix,
  links: DiagnosticLinks,
  versioned: boolean,
): CodeAction {
  const { finding, fix, isPreferred } = offered;
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, finding, links)],
    ...(isPreferred ? { isPreferred } : {}),
    ...change(document, offered, versioned),
  };
}

/** The edits of a fix, or what finds it again when its edits are asked for. */
function change(
  document: TextDocument,
  offered: OfferedFix,
  versioned: boolean,
): Pick<CodeAction, 'edit'> | Pick<CodeAction, 'data'> {
  return offered.fix.wide === undefined
    ? edited(document, offered.fix.edits, versioned)
    : { data: addressOf(document, offered) };
}

/**
 * The edits as a change of this very version, so that a late one is refused and not misplaced. An
 * editor that knows nothing of versions gets the edits alone.
 */
function edited(
  document: TextDocument,
  edits: readonly Edit[],
  versioned: boolean,
): Pick<CodeAction, 'edit'> {
  const { uri, version } = document;
  const changes = edits.map((edit) => toTextEdit(document, edit));
  return versioned
    ? { edit: { documentChanges: [{ textDocument: { uri, version }, edits: changes }] } }
    : { edit: { changes: { [uri]: changes } } };
}
