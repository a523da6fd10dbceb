import type { Command } from '../command.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { zsh } from './zsh.ts';

/** A shell whose completion can be made of the commands. */
export interface Shell {
  readonly name: string;
  /** How its users load the script. */
  readonly install: string;
  /** A sentence. */
  readonly where: string;
  script(commands: readonly Command[]): string;
}

export const shells: readonly Shell[] = [bash, zsh, fish];
