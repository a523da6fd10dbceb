import { likelyWord } from '../kirby/text/near.ts';
import { type Option, UsageError } from './command.ts';

/** What a command line gives to a command. */
export class Given {
  /** What stands beside the options, in order. */
  readonly operands: readonly string[];
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(operands: readonly string[], values: ReadonlyMap<string, readonly string[]>) {
    this.operands = operands;
    this.#values = values;
  }

  has({ name }: Option): boolean {
    return this.#values.has(name);
  }

  /** The value of an option; of several the last one counts. */
  value({ name }: Option): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  values({ name }: Option): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** The value of an option that has to be one of a few. */
  choice<Choice extends string>({ name, value }: Option<Choice>): Choice | undefined {
    const given = this.#values.get(name)?.at(-1);
    if (given === undefined) return undefined;
    const choices = value?.choices ?? [];
    const choice = choices.find((one) => one === given);
    if (choice !== undefined) return choice;
    throw new UsageError(`--${name} is one of ${choices.join(', ')}.${didYouMean(given, choices)}`);
  }
}

/**
 * Reads the arguments of a command: `--name`, `--name VALUE`, `--name=VALUE`; all behind `--` are
 * operands, and so is `-`.
 *
 * @throws UsageError for what the command does not know
 */
export function readArguments(args: readonly string[], options: readonly Option[]): Given {
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  const left = args.values();
  for (const argument of left) {
    if (argument === '--') operands.push(...left);
    else if (argument === '-' || !argument.startsWith('-')) operands.push(argument);
    else {
      const [flag, attached] = splitAtEquals(argument);
      const option = options.find(({ name }) => flag === `--${name}`);
      if (option === undefined) throw unknownOption(flag, options);
      const value = valueOf(option, attached, () => left.next().value);
      values.set(option.name, [...(values.get(option.name) ?? []), value]);
    }
  }
  return new Given(operands, values);
}

function splitAtEquals(argument: string): readonly [flag: string, value?: string] {
  const at = argument.indexOf('=');
  return at < 0 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)];
}

/** The value of an option, `''` for a switch. */
function valueOf(
  { name, value }: Option,
  attached: string | undefined,
  next: () => string | undefined,
): string {
  if (value === undefined) {
    if (attached === undefined) return '';
    throw new UsageError(`--${name} takes no value.`);
  }
  if (attached !== undefined) return attached;
  if (value.isOptional === true) return '';
  const following = next();
  if (following !== undefined && (following === '-' || !following.startsWith('-'))) {
    return following;
  }
  throw new UsageError(`--${name} needs a value: --${name} ${value.placeholder}.`);
}

function unknownOption(flag: string, options: readonly Option[]): UsageError {
  const names = options.map(({ name }) => `--${name}`);
  const hint = didYouMean(flag, names);
  const known = names.length === 0 ? ' There are none.' : ` There are ${names.join(', ')}.`;
  return new UsageError(`There is no option ${flag}.${hint === '' ? known : hint}`);
}

/** ` Did you mean --format?`, or nothing where no word is near. */
export function didYouMean(word: string, words: Iterable<string>): string {
  const near = likelyWord(word, words);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}
