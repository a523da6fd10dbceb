import type { FieldType } from './field-type.ts';
import { blocks } from './blocks.ts';
import { checkboxes } from './checkboxes.ts';
import { color } from './color.ts';
import { date } from './date.ts';
import { email } from './email.ts';
import { entries } from './entries.ts';
import { files } from './files.ts';
import { gap } from './gap.ts';
import { headline } from './headline.ts';
import { hidden } from './hidden.ts';
import { info } from './info.ts';
import { layout } from './layout.ts';
import { line } from './line.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { multiselect } from './multiselect.ts';
import { number } from './number.ts';
import { object } from './object.ts';
import { pages } from './pages.ts';
import { radio } from './radio.ts';
import { range } from './range.ts';
import { select } from './select.ts';
import { slug } from './slug.ts';
import { stats } from './stats.ts';
import { structure } from './structure.ts';
import { tags } from './tags.ts';
import { tel } from './tel.ts';
import { text } from './text.ts';
import { textarea } from './textarea.ts';
import { time } from './time.ts';
import { toggle } from './toggle.ts';
import { toggles } from './toggles.ts';
import { url } from './url.ts';
import { users } from './users.ts';
import { writer } from './writer.ts';

export { type Storage, storesValue } from './storage.ts';

/** Kirby's own field types, from 3.5 to 5. */
export const fieldTypes: ReadonlyMap<string, FieldType> = new Map(
  [
    blocks,
    checkboxes,
    color,
    date,
    email,
    entries,
    files,
    gap,
    headline,
    hidden,
    info,
    layout,
    line,
    link,
    list,
    multiselect,
    number,
    object,
    pages,
    radio,
    range,
    select,
    slug,
    stats,
    structure,
    tags,
    tel,
    text,
    textarea,
    time,
    toggle,
    toggles,
    url,
    users,
    writer,
  ].map((fieldType) => [fieldType.type, fieldType] as const),
);
