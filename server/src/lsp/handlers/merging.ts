import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type ConflictMerge, mergeConflict } from '../../features/merge/merge-conflict.ts';
import type { TextEdit } from '../../kirby/json/text-edit.ts';
import { say } from '../../kirby/text/say.ts';
import {
  merge as mergeRequest,
  mergeEdit,
  type MergeEditParams,
  type MergeEditResult,
  type MergeParams,
  type MergeResult,
} from '../../protocol/index.ts';
import { toTextEdit } from '../convert.ts';
import { aboutUri, type Handler } from './handler.ts';

/** Merge conflicts of rows and blocks. */
export const merging: Handler = {
  register(connection, server) {
    connection.onRequest(
      mergeRequest,
      aboutUri<MergeParams, MergeResult | null>(
        server,
        'merge',
        ({ uri }) => uri,
        (document, context, { position, base }) =>
          toResult(document, mergeConflict(context, document.offsetAt(position), base)),
        null,
      ),
    );
    connection.onRequest(
      mergeEdit,
      aboutUri<MergeEditParams, MergeEditResult | null>(
        server,
        'resolution of a merge',
        ({ uri }) => uri,
        (document, context, { version, position, base, keep }) => {
          if (version !== document.version)
            return answer(document, [], say`The text has changed meanwhile.`);
          const merge = mergeConflict(context, document.offsetAt(position), base);
          const edits = editsOf(merge, keep, () => server.randomId());
          return edits === undefined
            ? answer(document, [], say`This cannot be written without changing something else.`)
            : answer(document, edits);
        },
        null,
      ),
    );
  },
};

function toResult({ version }: TextDocument, merge: ConflictMerge): MergeResult {
  return merge.ok
    ? { version, fields: merge.fields, differences: merge.differences, canKeepSide: true }
    : {
        version,
        fields: [],
        differences: [],
        refusal: merge.reason,
        canKeepSide: merge.keep !== undefined,
      };
}

function editsOf(
  merge: ConflictMerge,
  keep: MergeEditParams['keep'],
  newId: () => string,
): readonly TextEdit[] | undefined {
  if (keep === 'ours' || keep === 'theirs') return merge.keep?.(keep);
  if (!merge.ok) return undefined;
  return merge.resolve(new Map(keep.map(({ id, choice }) => [id, choice])), newId);
}

function answer(
  document: TextDocument,
  edits: readonly TextEdit[],
  refusal?: string,
): MergeEditResult {
  return {
    version: document.version,
    edits: edits.map((edit) => toTextEdit(document, edit)),
    ...(refusal === undefined ? {} : { refusal }),
  };
}
