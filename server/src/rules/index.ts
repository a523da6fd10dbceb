import { aliasAttribute } from './alias-attribute.ts';
import { brokenJson } from './broken-json.ts';
import { brokenYaml } from './broken-yaml.ts';
import { columnWidth } from './column-width.ts';
import { commaList } from './comma-list.ts';
import { cutComment } from './cut-comment.ts';
import { dateRange } from './date-range.ts';
import { disallowedBlock } from './disallowed-block.ts';
import { disallowedHtml } from './disallowed-html.ts';
import { duplicateField } from './duplicate-field.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateSlug } from './duplicate-slug.ts';
import { duplicateUuid } from './duplicate-uuid.ts';
import { emptyTagValue } from './empty-tag-value.ts';
import { extraDivider } from './extra-divider.ts';
import { failedValidation } from './failed-validation.ts';
import { folderPrefix } from './folder-prefix.ts';
import { foreignItem } from './foreign-item.ts';
import { headingLevel } from './heading-level.ts';
import { hiddenFallback } from './hidden-fallback.ts';
import { hiddenFlag } from './hidden-flag.ts';
import { ignoredContent } from './ignored-content.ts';
import { impossibleDate } from './impossible-date.ts';
import { invalidColor } from './invalid-color.ts';
import { invalidDate } from './invalid-date.ts';
import { invalidEmail } from './invalid-email.ts';
import { invalidLink } from './invalid-link.ts';
import { invalidNumber } from './invalid-number.ts';
import { invalidTel } from './invalid-tel.ts';
import { invalidTime } from './invalid-time.ts';
import { invalidToggle } from './invalid-toggle.ts';
import { invalidUrl } from './invalid-url.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { itemCount } from './item-count.ts';
import { layoutNotOffered } from './layout-not-offered.ts';
import { listedTags } from './listed-tags.ts';
import { lostCharacter } from './lost-character.ts';
import { lostItem } from './lost-item.ts';
import { lostKey } from './lost-key.ts';
import { lostLink } from './lost-link.ts';
import { mappedItem } from './mapped-item.ts';
import { markdownList } from './markdown-list.ts';
import { mergeConflict } from './merge-conflict.ts';
import { misplacedKey } from './misplaced-key.ts';
import { misreadText } from './misread-text.ts';
import { missingBinary } from './missing-binary.ts';
import { missingBlockType } from './missing-block-type.ts';
import { missingFile } from './missing-file.ts';
import { missingBlueprint } from './missing-blueprint.ts';
import { missingKey } from './missing-key.ts';
import { missingLinkTarget } from './missing-link-target.ts';
import { missingPage } from './missing-page.ts';
import { missingScheme } from './missing-scheme.ts';
import { missingUser } from './missing-user.ts';
import { missingUuid } from './missing-uuid.ts';
import { numberRange } from './number-range.ts';
import { numberStep } from './number-step.ts';
import { orphanMetadata } from './orphan-metadata.ts';
import { outdatedBlock } from './outdated-block.ts';
import { renamedKey } from './renamed-key.ts';
import { requiredField } from './required-field.ts';
import { roundedDate } from './rounded-date.ts';
import { roundedTime } from './rounded-time.ts';
import type { Rule } from './rule.ts';
import { splitTag } from './split-tag.ts';
import { strayBlock } from './stray-block.ts';
import { strayDivider } from './stray-divider.ts';
import { surplusItem } from './surplus-item.ts';
import { swallowedKey } from './swallowed-key.ts';
import { textLength } from './text-length.ts';
import { textPattern } from './text-pattern.ts';
import { unclosedTag } from './unclosed-tag.ts';
import { unknownAttribute } from './unknown-attribute.ts';
import { unknownBlock } from './unknown-block.ts';
import { unknownField } from './unknown-field.ts';
import { unknownOption } from './unknown-option.ts';
import { unknownTag } from './unknown-tag.ts';
import { unquotedDate } from './unquoted-date.ts';
import { unreachableField } from './unreachable-field.ts';
import { unreadContent } from './unread-content.ts';
import { unsavedField } from './unsaved-field.ts';
import { untranslatedField } from './untranslated-field.ts';
import { uuidScheme } from './uuid-scheme.ts';
import { wrongEntries } from './wrong-entries.ts';
import { wrongNesting } from './wrong-nesting.ts';
import { wrongObject } from './wrong-object.ts';
import { wrongRows } from './wrong-rows.ts';
import { wrongText } from './wrong-text.ts';

/** Every rule, in the order in which their problems are listed at one place. */
export const rules: readonly Rule[] = [
  unreadContent,
  orphanMetadata,
  duplicateSlug,
  missingBlueprint,
  folderPrefix,
  foreignItem,
  strayDivider,
  extraDivider,
  missingKey,
  mergeConflict,
  swallowedKey,
  invisibleCharacter,
  lostCharacter,
  duplicateField,
  renamedKey,
  uuidScheme,
  duplicateUuid,
  brokenJson,
  brokenYaml,
  wrongNesting,
  wrongRows,
  wrongObject,
  wrongEntries,
  wrongText,
  lostItem,
  cutComment,
  unquotedDate,
  misreadText,
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
  missingScheme,
  missingUser,
  missingBinary,
  columnWidth,
  ignoredContent,
  invalidNumber,
  numberRange,
  numberStep,
  invalidToggle,
  invalidDate,
  impossibleDate,
  roundedDate,
  dateRange,
  invalidTime,
  roundedTime,
  invalidColor,
  textLength,
  textPattern,
  failedValidation,
  invalidUrl,
  invalidEmail,
  invalidTel,
  invalidLink,
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
  misplacedKey,
  untranslatedField,
  hiddenFallback,
];
