import { text } from './text.ts';

/** `config/blocks/list/list.php`: the list's HTML, raw. */
export const list = text;
