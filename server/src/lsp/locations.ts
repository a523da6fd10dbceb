import type { Location, LocationLink, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Definition, Place } from '../features/place.ts';
import type { SitePath } from '../site/site-path.ts';
import type { ClientAbilities } from './abilities.ts';
import { toRange } from './convert.ts';

/** The URI of a file of the site that is spoken of. */
export type UriOf = (path: SitePath) => string | undefined;

/** The start of a file: where it is shown when the whole of it is meant. */
export const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Definitions as the editor knows them: with the text that leads there, or the places alone. */
export function toLocations(
  document: TextDocument,
  { span, places }: Definition,
  uriOf: UriOf,
  { definitionLinks }: ClientAbilities,
): Location[] | LocationLink[] {
  const locations = places.flatMap((place) => toLocation(place, uriOf) ?? []);
  if (!definitionLinks) return locations;
  const originSelectionRange = toRange(document, span);
  return locations.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** A link for Markdown, to the line of a place. */
export function toLink(place: Place, uriOf: UriOf): string | undefined {
  const location = toLocation(place, uriOf);
  return location && `${location.uri}#L${String(location.range.start.line + 1)}`;
}

/** The files are not open here: their lines are counted in the text that the place brings. */
function toLocation({ path, at }: Place, uriOf: UriOf): Location | undefined {
  const uri = uriOf(path);
  if (uri === undefined) return undefined;
  const range = at === undefined ? top : toRange(TextDocument.create(uri, '', 0, at.text), at.span);
  return { uri, range };
}
