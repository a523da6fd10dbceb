/** The block types of a field that names none itself (`Kirby\Cms\Fieldsets::createFieldsets()`). */
export const usualBlockTypes: readonly string[] = [
  'code',
  'gallery',
  'heading',
  'image',
  'line',
  'list',
  'markdown',
  'quote',
  'text',
  'video',
];
