import type { Location, LocationLink } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Definition, Place } from '../features/place.ts';
import type { ClientAbilities } from './abilities.ts';
import { toRange, top } from './convert.ts';
import type { UriOf } from './uris.ts';

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
