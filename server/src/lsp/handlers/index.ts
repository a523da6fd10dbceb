import { blockText } from './block-texts.ts';
import { codeAction } from './code-action.ts';
import { cursor } from './cursor.ts';
import type { Handler } from './handler.ts';
import { completion, documentSymbol, semanticToken } from './language.ts';
import { definition, references } from './navigation.ts';
import { deletionLosses, fileDeletions } from './deleting.ts';
import { colors, folding, selection } from './editing.ts';
import { duplicating } from './duplicating.ts';
import { hovers } from './hover.ts';
import { files, link, metadata } from './insertions.ts';
import { projectConfig } from './ignoring.ts';
import { lifecycle } from './lifecycle.ts';
import { merging } from './merging.ts';
import { documentHighlight, documentLink, inlayHint, referencesElsewhere } from './mentions.ts';
import { panelChanges } from './panel-changes.ts';
import { fix, key, previewLife, reveal } from './previews.ts';
import { fileRenames, rename } from './renaming.ts';
import { readableText } from './readable.ts';
import { looksLikeContent, recognise } from './recognition.ts';
import { contentSearch, workspaceSymbol } from './search.ts';
import { structures } from './structure.ts';
import { styles } from './styles.ts';
import { wholeSite } from './site-check.ts';
import { unused, whereUsed } from './uses.ts';
import { insertion, place, translation } from './translations.ts';

const features: readonly Handler[] = [
  completion,
  codeAction,
  hovers,
  definition,
  references,
  documentSymbol,
  workspaceSymbol,
  contentSearch,
  semanticToken,
  inlayHint,
  referencesElsewhere,
  documentLink,
  documentHighlight,
  colors,
  folding,
  selection,
  fileRenames,
  fileDeletions,
  deletionLosses,
  duplicating,
  rename,
  whereUsed,
  unused,
  recognise,
  looksLikeContent,
  previewLife,
  reveal,
  key,
  fix,
  translation,
  place,
  insertion,
  wholeSite,
  projectConfig,
  panelChanges,
  files,
  link,
  metadata,
  blockText,
  structures,
  cursor,
  styles,
  readableText,
  merging,
];

/** Everything the server answers to. */
export const handlers: readonly Handler[] = [lifecycle(features), ...features];
