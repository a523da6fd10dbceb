import type { ContentDocument, Field } from '../../../server/src/kirby/content/document.ts';
import { jsonOf } from '../../../server/src/kirby/json/json-text.ts';
import {
  isArray,
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
} from '../../../server/src/kirby/json/value.ts';
import { slice, type Span } from '../../../server/src/kirby/text/span.ts';
import { runRules } from '../../../server/src/rules/run.ts';
import type { Site } from '../../../server/src/site/site.ts';
import { jsonFields } from '../../../server/src/site/json-fields.ts';
import { contextIn, type FolderSite } from '../../support/shared-site.ts';

/** A content file without any problem, and one of its Layout or Blocks fields. */
export interface Target {
  readonly name: string;
  readonly site: Site;
  readonly path: string;
  readonly text: string;
  readonly document: ContentDocument;
  readonly field: Field;
  readonly kind: 'layout' | 'blocks';
  readonly value: JsonValue;
  readonly rows: readonly Part[];
  readonly columns: readonly Part[];
  readonly blocks: readonly Part[];
}

/** A row, column or block, with its place in the file. */
export interface Part {
  readonly value: JsonObject;
  readonly path: JsonPath;
  readonly span: Span;
}

/** Every field of a site into which a fault can be put. */
export function targetsOf({ name, site, contents }: FolderSite): readonly Target[] {
  return [...contents].flatMap(([path, text]) => {
    const context = contextIn(site, path, text);
    const fields = jsonFields(context.document, site, context.file);
    if (fields.length === 0 || runRules(context).findings.length > 0) return [];
    return fields.flatMap(({ field, kind }): readonly Target[] => {
      const { value } = jsonOf(field);
      if (!isArray(value) || value.length === 0) return [];
      const paths = pathsIn(value, kind);
      return [
        {
          name: `${name}/${path} ${field.name}`,
          site,
          path,
          text,
          document: context.document,
          field,
          kind,
          value,
          rows: partsAt(field, paths.rows),
          columns: partsAt(field, paths.columns),
          blocks: partsAt(field, paths.blocks),
        },
      ];
    });
  });
}

/** The place of a value in the file. */
export function spanIn({ field }: Target, path: JsonPath): Span {
  const span = jsonOf(field).spanAt(path);
  if (span === undefined) throw new Error(`Nothing at ${path.join('/')}`);
  return span;
}

/** The source of a value, as the file has it. */
export function rawIn(target: Target, path: JsonPath): string {
  return slice(target.text, spanIn(target, path));
}

type Found = readonly { readonly path: JsonPath; readonly value: JsonObject }[];

function pathsIn(
  value: readonly JsonValue[],
  kind: Target['kind'],
): { readonly rows: Found; readonly columns: Found; readonly blocks: Found } {
  const listed = (items: JsonValue | undefined, path: JsonPath): Found =>
    isArray(items)
      ? items.flatMap((item, at) => (isObject(item) ? [{ path: [...path, at], value: item }] : []))
      : [];
  if (kind === 'blocks') return { rows: [], columns: [], blocks: listed(value, []) };
  const rows = listed(value, []);
  const columns = rows.flatMap((row) => listed(row.value['columns'], [...row.path, 'columns']));
  const blocks = columns.flatMap(({ value: column, path }) =>
    listed(column['blocks'], [...path, 'blocks']),
  );
  return { rows, columns, blocks };
}

function partsAt(field: Field, found: Found): readonly Part[] {
  const spans = jsonOf(field).spansAt(found.map(({ path }) => path));
  return found.flatMap(({ value, path }, index) => {
    const span = spans[index];
    return span === undefined ? [] : [{ value, path, span }];
  });
}
