import { aliasAttribute } from './alias-attribute.ts';
import { brokenJson } from './broken-json.ts';
import { columnWidth } from './column-width.ts';
import { disallowedHtml } from './disallowed-html.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { emptyTagValue } from './empty-tag-value.ts';
import { headingLevel } from './heading-level.ts';
import { hiddenFlag } from './hidden-flag.ts';
import { ignoredContent } from './ignored-content.ts';
import { lostLink } from './lost-link.ts';
import { markdownList } from './markdown-list.ts';
import { missingBinary } from './missing-binary.ts';
import { missingBlockType } from './missing-block-type.ts';
import { missingFile } from './missing-file.ts';
import { missingLinkTarget } from './missing-link-target.ts';
import { missingPage } from './missing-page.ts';
import { missingUuid } from './missing-uuid.ts';
import { outdatedBlock } from './outdated-block.ts';
import type { Rule } from './rule.ts';
import { splitTag } from './split-tag.ts';
import { strayBlock } from './stray-block.ts';
import { unclosedTag } from './unclosed-tag.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownBlock } from './unknown-block.ts';
import { unknownTag } from './unknown-tag.ts';
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
  unclosedTag,
  aliasAttribute,
  splitTag,
  unknownAttribute,
  emptyTagValue,
  unknownTag,
  lostLink,
  disallowedHtml,
  markdownList,
];
