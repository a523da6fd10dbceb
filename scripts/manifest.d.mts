export function manifestIn(language?: string): unknown;
export function textsOf(language?: string): Readonly<Record<string, string>>;
