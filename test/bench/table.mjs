import { writeFileSync } from 'node:fs';
import { short } from './figures.mjs';

/** A bound that a person feels grows with what the floor needed on a busy machine. */
export function soft(bound, floor) {
  return Math.max(bound, 2.5 * floor);
}

/** What was measured, line by line, each beside its floor and its goal. */
export class Table {
  #rows = [];

  /** One line: what was measured, its floor and the goal, which is a ratio or a bound in `unit`. */
  row(id, what, value, { floor, ratio, bound, unit = 'ms' }) {
    const isMeasured = value !== undefined && !Number.isNaN(value);
    const isMet = ratio === undefined ? value <= bound : value / floor <= ratio;
    this.#rows.push({
      id,
      what,
      value,
      unit,
      floor,
      ratio: floor === undefined ? undefined : value / floor,
      goal: goalOf(ratio, bound, unit),
      met: isMeasured && (ratio ?? bound) !== undefined ? isMet : undefined,
    });
  }

  /** Prints the table, and the same as JSON: there, or to the file behind `--json`. */
  write(about) {
    const table = this.#rows.map(({ id, what, value, unit, floor, ratio, goal, met }) => [
      id,
      what,
      value === undefined ? 'not measured' : `${short(value)} ${unit}`,
      short(floor),
      short(ratio),
      goal,
      met === undefined ? '–' : met ? 'ok' : 'MISSED',
    ]);
    const head = ['goal', 'what', 'ours', 'floor', 'ratio', 'bound', ''];
    const widths = head.map((title, column) =>
      Math.max(title.length, ...table.map((line) => line[column].length)),
    );
    for (const line of [head, ...table])
      console.log(line.map((cell, column) => cell.padEnd(widths[column])).join('  '));
    const json = JSON.stringify({ ...about, rows: this.#rows }, undefined, 2);
    const at = process.argv.indexOf('--json');
    if (at < 0) console.log(`\n${json}`);
    else writeFileSync(process.argv[at + 1], `${json}\n`);
  }
}

function goalOf(ratio, bound, unit) {
  if (ratio !== undefined) return `≤ ${ratio} × floor`;
  return bound === undefined ? '–' : `≤ ${short(bound)} ${unit}`;
}
