import { brokenJson } from './broken-json.ts';
import { brokenYaml } from './broken-yaml.ts';
import { columnWidth } from './column-width.ts';
import { commaList } from './comma-list.ts';
import { cutComment } from './cut-comment.ts';
import { disallowedBlock } from './disallowed-block.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateKey } from './duplicate-key.ts';
import { headingLevel } from './heading-level.ts';
import { hiddenFlag } from './hidden-flag.ts';
import { ignoredContent } from './ignored-content.ts';
import { invalidNumber } from './invalid-number.ts';
import { itemCount } from './item-count.ts';
import { layoutNotOffered } from './layout-not-offered.ts';
import { listedTags } from './listed-tags.ts';
import { lostItem } from './lost-item.ts';
import { lostKey } from './lost-key.ts';
import { mappedItem } from './mapped-item.ts';
import { missingBinary } from './missing-binary.ts';
import { missingBlockType } from './missing-block-type.ts';
import { missingFile } from './missing-file.ts';
import { missingLinkTarget } from './missing-link-target.ts';
import { missingPage } from './missing-page.ts';
import { missingUuid } from './missing-uuid.ts';
import { numberRange } from './number-range.ts';
import { outdatedBlock } from './outdated-block.ts';
import { requiredField } from './required-field.ts';
import type { Rule } from './rule.ts';
import { strayBlock } from './stray-block.ts';
import { surplusItem } from './surplus-item.ts';
import { unknownBlock } from './unknown-block.ts';
import { unknownField } from './unknown-field.ts';
import { unknownOption } from './unknown-option.ts';
import { unquotedDate } from './unquoted-date.ts';
import { unreachableField } from './unreachable-field.ts';
import { unsavedField } from './unsaved-field.ts';
import { wrongEntries } from './wrong-entries.ts';
import { wrongNesting } from './wrong-nesting.ts';
import { wrongObject } from './wrong-object.ts';
import { wrongRows } from './wrong-rows.ts';

/** Every rule, in the order in which their problems are listed at one place. */
export const rules: readonly Rule[] = [
  brokenJson,
  brokenYaml,
  wrongNesting,
  wrongRows,
  wrongObject,
  wrongEntries,
  lostItem,
  cutComment,
  unquotedDate,
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
  invalidNumber,
  numberRange,
  unknownBlock,
  headingLevel,
  listedTags,
  commaList,
  unknownOption,
  requiredField,
  mappedItem,
  itemCount,
  lostKey,
  unsavedField,
  unreachableField,
  disallowedBlock,
  surplusItem,
  duplicateItem,
  layoutNotOffered,
  unknownField,
];
