export const usual = { breaks: true, extra: false, safe: false };

export function lines(...parts: readonly string[]): string {
  return parts.join('\n');
}
