import { brokenJson } from './broken-json.ts';
import { columnWidth } from './column-width.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { headingLevel } from './heading-level.ts';
import { hiddenFallback } from './hidden-fallback.ts';
import { hiddenFlag } from './hidden-flag.ts';
import { ignoredContent } from './ignored-content.ts';
import { misplacedKey } from './misplaced-key.ts';
import { missingBinary } from './missing-binary.ts';
import { missingBlockType } from './missing-block-type.ts';
import { missingFile } from './missing-file.ts';
import { missingLinkTarget } from './missing-link-target.ts';
import { missingPage } from './missing-page.ts';
import { missingUuid } from './missing-uuid.ts';
import { outdatedBlock } from './outdated-block.ts';
import type { Rule } from './rule.ts';
import { strayBlock } from './stray-block.ts';
import { unknownBlock } from './unknown-block.ts';
import { untranslatedField } from './untranslated-field.ts';
import { wrongNesting } from './wrong-nesting.ts';

/** Every rule, in the order in which their problems are listed at one place. */
export const rules: readonly Rule[] = [
  brokenJson,
  wrongNesting,
  missingBlockType,
  duplicateId,
  duplicateKey,
  outdatedBlock,
  strayBlock,
  hiddenFlag,
  missingLinkTarget,
  missingFile,
  missingUuid,
  missingPage,
  missingBinary,
  columnWidth,
  ignoredContent,
  unknownBlock,
  headingLevel,
  misplacedKey,
  untranslatedField,
  hiddenFallback,
];
