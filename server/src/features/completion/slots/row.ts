import type { CompletionRequest } from '../completion.ts';
import { type ReferenceSlot, wantedBy, withoutScheme } from '../reference-slot.ts';
import { insertYaml, type YamlInsertion } from '../yaml-insert.ts';
import { handlerOf, type YamlValuePlace, yamlPlaceAt } from '../yaml-place.ts';

/** A files, pages or link field in a row of a structure, in an object or in entries. */
export function rowSlot(request: CompletionRequest): ReferenceSlot | undefined {
  const place = yamlPlaceAt(request);
  if (place === undefined || place.place === 'key') return undefined;
  const want = wantedBy(place.field);
  if (want === undefined) return undefined;
  const { yaml, span } = place;
  const typed = yaml.source.text.slice(span.start, yaml.offset);
  if (/\s/.test(typed)) return undefined;
  const handler = handlerOf(request.context);
  const isList = place.place === 'value' && place.field.type !== 'link' && place.quote === '';
  return {
    ...want,
    typed: withoutScheme(typed),
    filterText: yaml.encode(typed),
    insert: (reference) =>
      isList && request.json === undefined
        ? insertItem(place, insertYaml({ ...place, lead: '' }, reference, handler))
        : insertYaml(place, reference, handler),
  };
}

/** The first item of a list, on a line of its own below the key. */
function insertItem(
  place: YamlValuePlace,
  { insert }: YamlInsertion,
): Pick<YamlInsertion, 'insert'> {
  const { yaml, span, column } = place;
  const { text } = yaml.source;
  const blanks = /[ \t]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const below = /^[^\n]*\n([ \t]*)-[ \t]/.exec(text.slice(span.end))?.[1];
  const indent = below !== undefined && below.length >= column ? below : ' '.repeat(column + 2);
  return {
    insert: {
      span: yaml.source.toSource({ start: span.start - blanks, end: span.end }),
      text: yaml.encode(`${eol}${indent}- `) + insert.text,
    },
  };
}
