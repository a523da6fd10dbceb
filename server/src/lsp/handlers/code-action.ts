import {
  type CodeAction,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { blueprintContext } from '../../rules/blueprint/rule.ts';
import { blueprintActions, codeActions, FIX_ALL, REWRITE } from '../code-actions.ts';
import { toSpan } from '../convert.ts';
import { describe, guarded } from '../guard.ts';
import { ignoreActions } from '../ignore-actions.ts';
import { resolveFix } from '../wide-fix.ts';
import { aboutDocument, type Handler } from './handler.ts';

/** Quick fixes and rewritings: asked in content and, for fixes, in blueprints. */
export const codeAction: Handler = {
  capabilities: {
    codeActionProvider: { codeActionKinds: ['quickfix', REWRITE, FIX_ALL], resolveProvider: true },
  },
  register(connection, server) {
    const inBlueprint = guarded(
      server,
      'code actions of blueprints',
      ({ textDocument: { uri }, range, context: { only } }: CodeActionParams): CodeAction[] => {
        const document = server.documents.blueprint(uri);
        const place = server.sites.placeOf(uri);
        const context = place && blueprintContext(place.site, place.path);
        if (document === undefined || context?.file.text !== document.getText()) return [];
        return [
          ...blueprintActions(document, context, toSpan(document, range), {
            only,
            severities: server.severitiesFor(uri),
            links: server.linksOf(document),
            versioned: server.abilities.versionedEdits,
          }),
        ];
      },
      [],
    );
    const inContent = aboutDocument(
      server,
      'code actions',
      (
        document,
        context,
        { range, context: { only, triggerKind } }: CodeActionParams,
      ): CodeAction[] => [
        ...codeActions(document, context, toSpan(document, range), {
          only,
          severities: server.severitiesFor(document.uri),
          links: server.linksOf(document),
          isInvoked: triggerKind === CodeActionTriggerKind.Invoked,
          resolves: server.abilities.resolvedEdits,
          versioned: server.abilities.versionedEdits,
        }),
        ...ignoreActions(server, document, context, toSpan(document, range), {
          only,
          links: server.linksOf(document),
        }),
      ],
      [],
    );
    connection.onCodeAction((parameters) =>
      server.documents.blueprint(parameters.textDocument.uri) === undefined
        ? inContent(parameters)
        : inBlueprint(parameters),
    );
    connection.onCodeActionResolve(async (action) => {
      try {
        return await resolveFix(server, action);
      } catch (error) {
        server.error(`code action failed: ${describe(error)}`);
        return action;
      }
    });
  },
};
