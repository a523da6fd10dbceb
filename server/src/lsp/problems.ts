import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { blueprintDiagnostics, diagnostics, type RuleSeverities } from '../features/diagnostics.ts';
import { parseContent } from '../kirby/content/parse.ts';
import { blueprintContext } from '../rules/blueprint/rule.ts';
import { runBlueprintRules } from '../rules/blueprint/run.ts';
import type { RuleContext } from '../rules/rule.ts';
import { type Finding, type RuleFailure, runRules } from '../rules/run.ts';
import { type DiagnosticLinks, toDiagnostic } from './convert.ts';
import { describe, type Log } from './guard.ts';
import type { SitePlace } from './sites.ts';

/** A content file or a blueprint in its site. */
type PlaceInSite = Pick<SitePlace, 'site' | 'path'>;

/** What the list of problems needs of the server. */
export interface ProblemsHost {
  readonly log: Log;
  /** Where diagnostics of a document lead. */
  linksOf(document: TextDocument): DiagnosticLinks;
  /** What the project and the author want of the rules. */
  severities(document: TextDocument): RuleSeverities;
}

/** What is wrong in documents, in the protocol's form. A rule that fails is told to the log. */
export class Problems {
  readonly #host: ProblemsHost;

  constructor(host: ProblemsHost) {
    this.#host = host;
  }

  ofContent(document: TextDocument, context: RuleContext): Diagnostic[] {
    const found = diagnostics(context, this.#host.severities(document));
    return this.#toDiagnostics(document, found, runRules(context).failures);
  }

  /** What the site does not take for a blueprint, or has not taken over yet, has no problems. */
  ofBlueprint(document: TextDocument, place: PlaceInSite | undefined): Diagnostic[] {
    const context = place && blueprintContext(place.site, place.path);
    if (context?.file.text !== document.getText()) return [];
    const found = blueprintDiagnostics(context, this.#host.severities(document));
    return this.#toDiagnostics(document, found, runBlueprintRules(context).failures);
  }

  /** Of a content file as the disk has it. */
  onDisk(uri: string, onDisk: string, { site, path }: PlaceInSite, today: string): Diagnostic[] {
    // Editors keep a byte order mark to themselves.
    const text = onDisk.startsWith('\uFEFF') ? onDisk.slice(1) : onDisk;
    return this.ofContent(TextDocument.create(uri, '', 0, text), {
      document: parseContent(text),
      site,
      file: site.contentFile(path),
      today,
    });
  }

  #toDiagnostics(
    document: TextDocument,
    found: readonly Finding[],
    failures: readonly RuleFailure[],
  ): Diagnostic[] {
    for (const { rule, error } of failures) {
      this.#host.log.error(`The rule ${rule.code} failed: ${describe(error)}`);
    }
    const links = this.#host.linksOf(document);
    return found.map((finding) => toDiagnostic(document, finding, links));
  }
}
