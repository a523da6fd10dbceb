import { TextDocument } from 'vscode-languageserver-textdocument';
import { ignoring } from '../../features/ignore-problem.ts';
import {
  ignoreEdits,
  type IgnoreEditsParams,
  type IgnoreEditsResult,
} from '../../protocol/index.ts';
import { toTextEdit } from '../convert.ts';
import { describe } from '../guard.ts';
import type { Handler } from './handler.ts';

/** A project is to say nothing of a rule, in a file or anywhere. */
export const projectConfig: Handler = {
  register(connection, server) {
    connection.onRequest(
      ignoreEdits,
      ({ config, text, code, path }: IgnoreEditsParams): IgnoreEditsResult | null => {
        try {
          const document = TextDocument.create(config, 'json', 0, text);
          const edits = ignoring(text, { code, path });
          return edits === undefined
            ? null
            : { edits: edits.map((edit) => toTextEdit(document, edit)) };
        } catch (error) {
          server.error(`changing the config failed: ${describe(error)}`);
          return null;
        }
      },
    );
  },
};
