export function withTables(readme: string): string;
