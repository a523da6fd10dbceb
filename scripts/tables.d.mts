export const tablePages: readonly string[];
export function withTable(page: string): string;
export function configSchema(): string;
