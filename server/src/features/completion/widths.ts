/** How authors divide rows where no blueprint says so. */
export const usualPatterns: readonly (readonly string[])[] = [
  ['1/1'],
  ['1/2', '1/2'],
  ['1/3', '1/3', '1/3'],
  ['1/3', '2/3'],
  ['2/3', '1/3'],
  ['1/4', '1/4', '1/4', '1/4'],
];

export const usualWidths: readonly string[] = [
  '1/1',
  '1/2',
  '1/3',
  '2/3',
  '1/4',
  '3/4',
  '1/6',
  '5/6',
];

/** The widths that occur in the column patterns of a layout field, each once. */
export function widthsOf(patterns: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(patterns.flat())];
}
