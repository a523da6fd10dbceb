import { check } from './check.ts';
import type { Command } from './command.ts';
import { completion } from './complete.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { lsp } from './lsp.ts';
import { refs } from './refs.ts';
import { render } from './render.ts';
import { textconv } from './textconv.ts';
import { unused } from './unused.ts';

/** The subcommands of `kirby-author`, in the order in which help lists them. */
export const commands: readonly Command[] = [
  check,
  refs,
  unused,
  decode,
  encode,
  textconv,
  render,
  lsp,
  completion(() => commands),
];
