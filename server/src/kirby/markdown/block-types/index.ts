import type { BlockType } from '../open-block.ts';
import { abbreviation } from './abbreviation.ts';
import { comment } from './comment.ts';
import { definitionList } from './definition-list.ts';
import { fence } from './fence.ts';
import { footnote } from './footnote.ts';
import { heading } from './heading.ts';
import { list } from './list.ts';
import { markup } from './markup.ts';
import { quote } from './quote.ts';
import { reference } from './reference.ts';
import { rule } from './rule.ts';
import { setext } from './setext.ts';
import { table } from './table.ts';

/** What a line may begin, by its first character, in the order in which it is tried. */
const plain: Readonly<Record<string, readonly BlockType[]>> = {
  '#': [heading],
  '*': [rule, list],
  '+': [list],
  '-': [setext, table, rule, list],
  ':': [table],
  '<': [comment, markup],
  '=': [setext],
  '>': [quote],
  '[': [reference],
  _: [rule],
  '`': [fence],
  '|': [table],
  '~': [fence],
};

/** The same with what Parsedown Extra adds. */
const extra: Readonly<Record<string, readonly BlockType[]>> = {
  ...plain,
  '*': [rule, list, abbreviation],
  ':': [table, definitionList],
  '[': [footnote, reference],
};

export function blockTypesOf(marker: string, isExtra: boolean): readonly BlockType[] {
  if (marker >= '0' && marker <= '9') return [list];
  return (isExtra ? extra : plain)[marker] ?? [];
}
