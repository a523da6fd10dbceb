/** The value below which a share of the samples lies; `quantile([1, 2, 3], 0.5)` is 2. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export function figures(samples) {
  return {
    n: samples.length,
    p50: quantile(samples, 0.5),
    p95: quantile(samples, 0.95),
    p99: quantile(samples, 0.99),
  };
}

/** A number as a table shows it: three significant digits. */
export function short(value) {
  return value === undefined || !Number.isFinite(value)
    ? '–'
    : String(Number(value.toPrecision(3)));
}
