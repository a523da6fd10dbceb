export function withTables(readme: string): string;
export function configSchema(): string;
