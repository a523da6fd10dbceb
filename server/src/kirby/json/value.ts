/** What `JSON.parse` can answer. `null` exists only here and in Kirby's files. */
export type JsonValue = null | boolean | number | string | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** The way from a value to one inside it: `[0, 'columns', 1, 'blocks']`. */
export type JsonPath = readonly (string | number)[];

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: JsonValue | undefined): value is JsonArray {
  return Array.isArray(value);
}

/** The value at a path, or `undefined` when the path leads nowhere. */
export function valueAt(value: JsonValue, path: JsonPath): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const step of path) {
    if (isArray(current) && typeof step === 'number') current = current[step];
    else if (isObject(current)) current = Object.hasOwn(current, step) ? current[step] : undefined;
    else return undefined;
  }
  return current;
}

/** What `JSON.parse` has to say about a text. */
export type JsonResult =
  | { readonly ok: true; readonly value: JsonValue }
  /** Where the text stops being JSON, in engines that tell. Its cause may stand before that. */
  | { readonly ok: false; readonly errorAt: number | undefined };

/** `JSON.parse` whose failure is a value. */
export function readJson(text: string): JsonResult {
  try {
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { ok: false, errorAt: placeOf(error, text) };
  }
}

/** The value of a JSON text. `undefined` means: not JSON. */
export function parseJson(text: string): JsonValue | undefined {
  const result = readJson(text);
  return result.ok ? result.value : undefined;
}

function placeOf(error: unknown, text: string): number | undefined {
  const message = error instanceof Error ? error.message : '';
  const position = / at position (\d+)/u.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  return message.endsWith('end of JSON input') ? text.length : undefined;
}
