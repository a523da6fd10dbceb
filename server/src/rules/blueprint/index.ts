import { brokenBlueprint } from './broken-blueprint.ts';
import { endlessMixin } from './endless-mixin.ts';
import { errorBox } from './error-box.ts';
import { ignoredPart } from './ignored-part.ts';
import { missingMixin } from './missing-mixin.ts';
import { replacedDefinition } from './replaced-definition.ts';
import type { BlueprintRule } from './rule.ts';
import { unkeptName } from './unkept-name.ts';
import { wrongProp } from './wrong-prop.ts';

/** Every rule about blueprints, in the order in which their problems are listed at one place. */
export const blueprintRules: readonly BlueprintRule[] = [
  brokenBlueprint,
  replacedDefinition,
  ignoredPart,
  missingMixin,
  endlessMixin,
  errorBox,
  wrongProp,
  unkeptName,
];
