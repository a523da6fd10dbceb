import { blueprintKind, type FieldPart } from '../../kirby/blueprint/parts.ts';
import { fieldName } from '../../kirby/content/parse.ts';
import { isLasting } from '../../kirby/content/slug.ts';
import { storesValue } from '../../kirby/field-types/index.ts';
import { asciiLower } from '../../kirby/text/php.ts';
import { sourcePlaces } from '../../site/blueprint-source.ts';
import type { Problem } from '../rule.ts';
import type { BlueprintContext, BlueprintRule } from './rule.ts';
import { say } from '../../kirby/text/say.ts';

/**
 * A field of a content file whose name does not survive there: `Txt::decode()` makes `_` of a hyphen,
 * and the form looks for the hyphen; `Txt::encode()` writes `Grosse` for `größe`. In YAML and JSON,
 * inside of other fields, every name does.
 */
export const unkeptName: BlueprintRule = {
  code: 'unkept-name',
  severity: 'error',
  *check(context) {
    for (const field of context.parts.fields) {
      const { name, place } = field;
      if (name === undefined || place === 'inner' || isLasting(asciiLower(name))) continue;
      if (isFieldOfContent(field, name, context)) yield problemOf(field, name);
    }
  },
};

/** Whether this very place gives a blueprint of pages, files, users or the site a field that is stored. */
function isFieldOfContent(
  { nameSpan }: FieldPart,
  name: string,
  { name: own, kind, file, blueprints }: BlueprintContext,
): boolean {
  const models =
    kind === 'model'
      ? [own]
      : [...blueprints.files.keys()].filter((other) => blueprintKind(other) === 'model');
  return models.some((model) => {
    const field = blueprints.blueprint(model)?.fields.get(fieldName(asciiLower(name)));
    if (field === undefined || field.problem !== undefined) return false;
    if (blueprints.typeOrigin(field.type) !== 'core' || !storesValue(field.type)) return false;
    const [place] = sourcePlaces(blueprints, [
      { kind: 'blueprint', name: model },
      { kind: 'field', name },
    ]);
    return place?.file === file && place.span.start === nameSpan.start;
  });
}

function problemOf({ nameSpan }: FieldPart, name: string): Problem {
  const lower = asciiLower(name);
  const effect =
    fieldName(lower) === lower
      ? say`The first save in the Panel moves its value to another name, and the field is empty from then on.`
      : say`A content file has it as "${fieldName(lower)}", so that the Panel always shows it empty.`;
  return {
    message: say`Kirby cannot keep a field of the name "${name}" in a content file. ${effect} Use the letters a to z, digits and single underscores alone.`,
    span: nameSpan,
  };
}
