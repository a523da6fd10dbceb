import { type JsonObject, type JsonValue, parseJson } from '../../kirby/json/value.ts';
import { DocumentFault } from './fault.ts';
import { textOf } from './raw-text.ts';
import { isBlockType, isWidth } from './shapes.ts';
import { keyOfPart, readTag, type Tag, tagNameOf } from './tag.ts';
import { say } from '../../kirby/text/say.ts';

/** What a document says, or the first thing in it that cannot be read. */
export type ReadDocument =
  | { readonly ok: true; readonly value: JsonValue }
  | {
      readonly ok: false;
      readonly message: string;
      /** From zero. */
      readonly line: number;
    };

/**
 * Reads what `writeDocument()` writes, and what an author makes of it. Of what a tag leaves out it is
 * said what Kirby takes it for: a block is not hidden, a column has the width `1/1`, and an empty
 * list stands for no content and no settings.
 */
export function readDocument(text: string): ReadDocument {
  try {
    return { ok: true, value: new Reader(text).document() };
  } catch (error) {
    if (error instanceof DocumentFault)
      return { ok: false, message: error.message, line: error.line };
    throw error;
  }
}

type Fields = (readonly [key: string, value: JsonValue])[];

const INDENT = 2;

/** Goes through the lines of a document once. */
class Reader {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#lines = text.replace(/\r\n?/g, '\n').split('\n');
  }

  document(): JsonValue {
    if (tagNameOf(this.#next() ?? '') !== '=') return this.#items(undefined);
    const value = this.#part(this.#open());
    if (this.#next() !== undefined) throw this.#fault(say`Nothing may stand behind the end.`);
    return value;
  }

  /** All items up to the end of a tag. */
  #items(name: string | undefined): readonly JsonValue[] {
    const items: JsonValue[] = [];
    while (!this.#ends(name)) items.push(this.#item());
    return items;
  }

  #item(): JsonValue {
    const line = this.#next() ?? '';
    if (line.startsWith('- ')) {
      const value = parseJson(line.slice(2));
      if (value === undefined)
        throw this.#fault(say`The value cannot be read. A text stands in "quotes".`);
      this.#at = this.#nextAt() + 1;
      return value;
    }
    const opened = this.#open();
    const { name } = opened.tag;
    if (name === 'row') return this.#row(opened);
    if (name === 'column') return this.#column(opened);
    if (name === '-') return this.#part(opened);
    if (isBlockType(name)) return this.#block(opened);
    throw this.#fault(say`<${name}> cannot stand here.`, opened.line);
  }

  #row({ tag, line }: Opened): JsonObject {
    this.#knows(tag, [], line);
    const settings = without(tag, ['id']);
    if (!tag.isEmpty) {
      while (keyOfPart(tagNameOf(this.#next() ?? '') ?? '') !== undefined)
        this.#partOf('row', settings);
    }
    const columns = tag.isEmpty ? [] : this.#items('row');
    return { attrs: fieldset(settings), columns, ...this.#id(tag, line) };
  }

  #column({ tag, line }: Opened): JsonObject {
    const [width = '1/1', ...others] = tag.words;
    if (!isWidth(width) || others.length > 0)
      throw this.#fault(say`The width of a column is a fraction: <column 1/2>.`, line);
    const [surplus] = without(tag, ['id']);
    if (surplus !== undefined)
      throw this.#fault(say`A column has nothing but an id and a width, no "${surplus[0]}".`, line);
    const blocks = tag.isEmpty ? [] : this.#items('column');
    return { blocks, ...this.#id(tag, line), width };
  }

  #block(opened: Opened): JsonObject {
    const { tag, line } = opened;
    const { name } = tag;
    this.#knows(tag, ['hidden'], line);
    const content = without(tag, ['id']);
    if (!tag.isEmpty) {
      const first = tagNameOf(this.#next() ?? '');
      const hasParts = tag.rest === '' && first?.startsWith(`${name}.`) === true;
      if (!hasParts) this.#add(content, ['text', this.#text(opened)], line);
      else while (!this.#ends(name)) this.#partOf(name, content);
    }
    return {
      content: fieldset(content),
      ...this.#id(tag, line),
      isHidden: tag.words.includes('hidden'),
      type: name,
    };
  }

  /** One part of a row, a block or an object. */
  #partOf(owner: string, fields: Fields): void {
    const opened = this.#open();
    const { name } = opened.tag;
    const key = name.startsWith(`${owner}.`) ? keyOfPart(name) : undefined;
    if (key === undefined)
      throw this.#fault(say`Here only parts such as <${owner}.key> can stand.`, opened.line);
    this.#add(fields, [key, this.#part(opened)], opened.line);
  }

  /** The value of a part: a text, or what its tag says. */
  #part(opened: Opened): JsonValue {
    const { tag, line } = opened;
    const { name } = tag;
    const [mode, ...others] = tag.words;
    const isOdd = others.length > 0 || (mode !== 'object' && tag.values.length > 0);
    if (isOdd || (mode !== undefined && tag.rest !== ''))
      throw this.#fault(say`<${name}> holds one word at most: list, object or json.`, line);
    switch (mode) {
      case undefined:
        return tag.isEmpty ? '' : this.#text(opened);
      case 'list':
        return tag.isEmpty ? [] : this.#items(name);
      case 'object': {
        const fields = without(tag, []);
        if (!tag.isEmpty) while (!this.#ends(name)) this.#partOf('', fields);
        return Object.fromEntries(fields);
      }
      case 'json': {
        const value = parseJson(this.#text(opened));
        if (value === undefined) throw this.#fault(say`The JSON cannot be read.`, line);
        return value;
      }
      default:
        throw this.#fault(say`<${name}> does not know the word "${mode}".`, line);
    }
  }

  /** The text up to the end of a tag, whose lines are indented deeper. */
  #text({ tag, indent, line }: Opened): string {
    const end = `</${tag.name}>`;
    if (tag.rest !== '') {
      if (!tag.rest.endsWith(end))
        throw this.#fault(say`The text belongs into the next line, before ${end}.`, line);
      return textOf([tag.rest.slice(0, -end.length)]);
    }
    const lines: string[] = [];
    for (;;) {
      const text = this.#lines[this.#at];
      if (text === undefined) throw this.#fault(say`${end} is missing.`, line);
      const found = indentOf(text);
      if (found === indent && text.trimEnd().slice(indent) === end) break;
      const isBlank = text.trim() === '';
      if (!isBlank && found < indent + INDENT)
        throw this.#fault(
          say`${end} is missing, or this line of the text is not indented by ${indent + INDENT} blanks.`,
        );
      lines.push(isBlank && text.length < indent + INDENT ? '' : text.slice(indent + INDENT));
      this.#at++;
    }
    this.#at++;
    return textOf(lines);
  }

  #open(): Opened {
    const line = this.#nextAt();
    const tag = readTag(this.#next() ?? '', line);
    const isText = tag.words.length === 0 || tag.words[0] === 'hidden';
    if (tag.rest !== '' && (tag.isEmpty || !isText || tag.name === 'row' || tag.name === 'column'))
      throw this.#fault(say`What stands behind <${tag.name}> belongs into a line of its own.`);
    this.#at = line + 1;
    return { tag, line, indent: indentOf(this.#lines[line] ?? '') };
  }

  /** Whether the next line ends the tag; it is behind us then. */
  #ends(name: string | undefined): boolean {
    const line = this.#next();
    if (name === undefined) return line === undefined;
    const end = `</${name}>`;
    if (line === undefined) throw this.#fault(say`${end} is missing.`);
    if (line !== end) {
      if (line.startsWith('</')) throw this.#fault(say`Here ${end} is expected.`);
      return false;
    }
    this.#at = this.#nextAt() + 1;
    return true;
  }

  /** The next line that is not blank, without blanks around it. */
  #next(): string | undefined {
    return this.#lines[this.#nextAt()]?.trim();
  }

  #nextAt(): number {
    let at = this.#at;
    while (this.#lines[at]?.trim() === '') at++;
    return at;
  }

  #id(tag: Tag, line: number): { readonly id?: JsonValue } {
    const id = tag.values.find(([key]) => key === 'id')?.[1];
    if (id === undefined) return {};
    if (typeof id !== 'string') throw this.#fault(say`An id is a text in "quotes".`, line);
    return { id };
  }

  #knows(tag: Tag, words: readonly string[], line: number): void {
    const odd = tag.words.find((word) => !words.includes(word));
    if (odd !== undefined)
      throw this.#fault(say`<${tag.name}> does not know the word "${odd}".`, line);
  }

  #add(fields: Fields, field: Fields[number], line: number): void {
    if (fields.some(([key]) => key === field[0]))
      throw this.#fault(say`"${field[0]}" stands there twice.`, line);
    fields.push(field);
  }

  #fault(message: string, line = Math.min(this.#nextAt(), this.#lines.length - 1)): DocumentFault {
    return new DocumentFault(line, message);
  }
}

interface Opened {
  readonly tag: Tag;
  readonly line: number;
  readonly indent: number;
}

function without({ values }: Tag, keys: readonly string[]): Fields {
  return values.filter(([key]) => !keys.includes(key));
}

/** As PHP writes it: a list when there is nothing in it. */
function fieldset(fields: Fields): JsonValue {
  return fields.length === 0 ? [] : Object.fromEntries(fields);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
