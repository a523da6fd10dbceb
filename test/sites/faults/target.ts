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

/** A content file and one of its fields: a Layout or Blocks field, where the file has any. */
export interface Target {
  /** The site's name. */
  readonly name: string;
  readonly site: Site;
  readonly path: string;
  readonly text: string;
  readonly document: ContentDocument;
  readonly field: Field;
  readonly kind: 'layout' | 'blocks';
  /** Whether a blueprint has the field; else its value alone tells what it is. */
  readonly isKnown: boolean;
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

/** The Layout and Blocks fields of a site, as far as their files have no problem. */
export function targetsOf({ name, site, contents }: FolderSite): readonly Target[] {
  return [...contents].flatMap(([path, text]) => {
    const targets = targetsIn({ name, site, path, text });
    const isClean =
      targets.length > 0 && runRules(contextIn(site, path, text)).findings.length === 0;
    return isClean ? targets : [];
  });
}

/** The files without any such field, for faults that stand elsewhere. */
export function plainTargetsOf({ name, site, contents }: FolderSite): readonly Target[] {
  return [...contents].flatMap(([path, text]) => {
    const { document, file } = contextIn(site, path, text);
    const [field] = document.fields;
    if (field === undefined || jsonFields(document, site, file).length > 0) return [];
    const nothing = { isKnown: false, value: null, rows: [], columns: [], blocks: [] };
    return [{ name, site, path, text, document, field, kind: 'blocks' as const, ...nothing }];
  });
}

/** The fields of a file, with problems or without, whose JSON can be read. */
export function targetsIn(
  file: Pick<Target, 'name' | 'site' | 'path' | 'text'>,
): readonly Target[] {
  const { document, file: contentFile } = contextIn(file.site, file.path, file.text);
  return jsonFields(document, file.site, contentFile).flatMap(({ field, kind, definition }) => {
    const { value } = jsonOf(field);
    if (!isArray(value) || value.length === 0) return [];
    const { rows, columns, blocks } = pathsIn(value, kind);
    return [
      {
        ...file,
        document,
        field,
        kind,
        isKnown: definition !== undefined,
        value,
        rows: partsAt(field, rows),
        columns: partsAt(field, columns),
        blocks: partsAt(field, blocks),
      },
    ];
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
