import { OPEN_BRACE, OPEN_BRACKET, QUOTE } from './chars.ts';

/**
 * What Kirby's Layout and Blocks fields look like, as far as it helps to tell which of several
 * repairs was meant: rows hold columns, columns hold blocks, blocks hold content. Nothing here makes
 * well-formed JSON wrong; it only makes one reading of broken JSON likelier than another.
 */
export type Role =
  'rows' | 'row' | 'attrs' | 'columns' | 'column' | 'blocks' | 'block' | 'content' | 'other';

/** The keys that Kirby itself reads, as bits of a set. */
export const ATTRS = 1;
export const COLUMNS = 2;
export const ID = 4;
export const WIDTH = 8;
export const BLOCKS = 16;
export const CONTENT = 32;
export const HIDDEN = 64;
export const TYPE = 128;

/** The bit of the key between two offsets (without quotes); 0 for every other key. */
export function keyBit(text: string, start: number, end: number): number {
  switch (end - start) {
    case 2:
      return text.startsWith('id', start) ? ID : 0;
    case 4:
      return text.startsWith('type', start) ? TYPE : 0;
    case 5:
      if (text.startsWith('attrs', start)) return ATTRS;
      return text.startsWith('width', start) ? WIDTH : 0;
    case 6:
      return text.startsWith('blocks', start) ? BLOCKS : 0;
    case 7:
      if (text.startsWith('content', start)) return CONTENT;
      return text.startsWith('columns', start) ? COLUMNS : 0;
    case 8:
      return text.startsWith('isHidden', start) ? HIDDEN : 0;
    default:
      return 0;
  }
}

/** What the value of a key is, in an object of a role. */
export function roleOfMember(role: Role, bit: number): Role {
  if (role === 'row') return bit === COLUMNS ? 'columns' : bit === ATTRS ? 'attrs' : 'other';
  if (role === 'column') return bit === BLOCKS ? 'blocks' : 'other';
  if (role === 'block') return bit === CONTENT ? 'content' : 'other';
  return 'other';
}

/** What the items of an array of a role are. */
export function roleOfItem(role: Role): Role {
  if (role === 'rows') return 'row';
  if (role === 'columns') return 'column';
  return role === 'blocks' ? 'block' : 'other';
}

/**
 * What an array or object is, given what should stand at its place. One that has come to stand in
 * the wrong place, as behind a bracket that is missing, is still what it is.
 *
 * @param isMember whether it stands in an object, under the key `bit`
 */
export function roleOfOpened(role: Role, bit: number, isArray: boolean, isMember: boolean): Role {
  if (isArray && role === 'row') return 'rows';
  if (isArray && role === 'column') return 'columns';
  if (isArray && role === 'block') return 'blocks';
  if (role !== 'other' || !isMember) return role;
  if (isArray) return bit === COLUMNS ? 'columns' : bit === BLOCKS ? 'blocks' : role;
  return bit === CONTENT ? 'content' : role;
}

/** The role of the outermost array. */
export function rootRole(text: string): Role {
  return text.includes('columns') ? 'rows' : 'blocks';
}

const OWN: Readonly<Partial<Record<Role, number>>> = {
  row: ATTRS | COLUMNS | ID,
  column: BLOCKS | ID | WIDTH,
  block: CONTENT | ID | HIDDEN | TYPE,
};

/** How strange a key is in an object of a role: 0 for what belongs there. */
export function costOfKey(role: Role, bit: number, seen: number): number {
  const own = OWN[role];
  if (own !== undefined) {
    if (bit === 0) return 0.4;
    return (own & bit) === 0 || (seen & bit) !== 0 ? 0.8 : 0;
  }
  if (bit === 0) return 0;
  if (role === 'attrs') return bit === COLUMNS ? 0.8 : bit === ID ? 0.2 : 0;
  if (role === 'content') return bit === HIDDEN ? 0.8 : bit === ID || bit === TYPE ? 0.2 : 0;
  return bit === HIDDEN || bit === COLUMNS || bit === ATTRS ? 0.5 : 0;
}

/** How strange it is that an object ends with these keys. */
export function costOfEnd(role: Role, seen: number): number {
  if (role === 'row') return (seen & COLUMNS) === 0 ? 0.6 : 0;
  if (role === 'column') return (seen & BLOCKS) === 0 ? 0.6 : 0;
  if (role === 'block') return (seen & TYPE) === 0 ? 0.6 : 0;
  return 0;
}

/** How strange it is that a value of a role begins with a character. */
export function costOfValue(role: Role, code: number): number {
  switch (role) {
    case 'rows':
    case 'columns':
    case 'blocks':
      return code === OPEN_BRACKET ? 0 : 0.8;
    case 'row':
    case 'column':
    case 'block':
      return code === OPEN_BRACE ? 0 : 0.8;
    case 'content':
    case 'attrs':
      // PHP writes an empty array for empty content; attrs may be null.
      return code === QUOTE ? 0.8 : 0;
    case 'other':
      return 0;
  }
}

/** Whether a role is that of an array in Kirby's shape. */
export function isListRole(role: Role): boolean {
  return role === 'rows' || role === 'columns' || role === 'blocks';
}
