import { fieldName } from '../kirby/content/parse.ts';
import { type Span, touches } from '../kirby/text/span.ts';
import { yamlOutline } from '../kirby/yaml/outline.ts';
import { sourcePlaces } from '../site/blueprint-source.ts';
import type { Site } from '../site/site.ts';
import type { SitePath } from '../site/site-path.ts';
import { entriesAt } from './blueprint-definition.ts';

/** The uses of a field that a blueprint defines. */
export interface FieldUses {
  /** As content files key it. */
  readonly name: string;
  /** The field's name in the blueprint. */
  readonly span: Span;
  /** The content files that have the field. */
  readonly paths: readonly SitePath[];
}

/**
 * Where the content uses the field whose name stands at an offset of a blueprint or mixin: in the
 * files of all pages, files and the site whose own blueprint gets the field from this very line.
 * `undefined`: no blueprint does, or there is no name of a field.
 *
 * @param path the blueprint's file
 * @param text the blueprint as the site knows it
 */
export function fieldUses(
  site: Site,
  path: SitePath,
  text: string,
  offset: number,
): FieldUses | undefined {
  const entry = entriesAt(yamlOutline(text), offset).at(-1);
  if (entry === undefined || entry.isItem || !touches(entry.keySpan, offset)) return undefined;
  const name = fieldName(entry.key);
  const { blueprints } = site;
  const comesFromHere = new Map<string, boolean>();
  const isFromHere = (blueprint: string): boolean => {
    let answer = comesFromHere.get(blueprint);
    if (answer === undefined) {
      answer = sourcePlaces(blueprints, [
        { kind: 'blueprint', name: blueprint },
        { kind: 'field', name },
      ]).some(({ file, span }) => file.path === path && span.start === entry.keySpan.start);
      comesFromHere.set(blueprint, answer);
    }
    return answer;
  };
  const paths: SitePath[] = [];
  for (const file of site.contentFilesWith(name)) {
    const blueprint = file.isChanges ? undefined : blueprints.of(file.model);
    if (blueprint !== undefined && isFromHere(blueprint.name)) paths.push(file.path);
  }
  return paths.length === 0 ? undefined : { name, span: entry.keySpan, paths: paths.sort() };
}
