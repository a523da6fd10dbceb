import { measureSite } from './site.mjs';
import { Table } from './table.mjs';

/**
 * Measures a generated site and prints the figures. The floor of the index is what Node needs merely to
 * read the same files; that of the memory a server that keeps nothing.
 */
export async function siteTable({ ours, floor, fast }) {
  const at = process.argv.indexOf('--pages');
  const pages = at < 0 ? 10_000 : Number(process.argv[at + 1]);
  const isLarge = pages > 20_000;
  const rounds = fast ? { starts: 2, requests: 20 } : { starts: 5, requests: 60 };
  const { facts, rssOfFloor, ...found } = await measureSite({ ours, floor, pages, rounds });
  const table = new Table();
  const read = found.read.p50;
  /** `p50` and `p95` where each has a goal; a large site has one for the slower questions only. */
  const row = (id, what, figure, quantile, bound) => {
    table.row(id, `${what}, ${quantile}`, figure[quantile], { floor: read, bound });
  };
  table.row('I1', 'process start → all that is missing is told, p50', found.whole.p50, {
    floor: read,
    ratio: isLarge ? 1.1 : 1.5,
  });
  table.row('I3', 'processor time until then', found.cpu.p50, {
    floor: found.readCpu.p50,
    ratio: isLarge ? 2.2 : undefined,
  });
  row('S2', 'process start → first diagnostics of the document', found.first, 'p50', 300);
  row('S2', 'process start → the files beside it are known', found.near, 'p50', 300);
  row('I4', 'definition while the site is read', found.while, 'p95', 10);
  const memory = { unit: 'MB', floor: rssOfFloor };
  const room = rssOfFloor === undefined ? undefined : rssOfFloor + (isLarge ? 80 : 25);
  table.row('M1', 'memory at rest', found.idle, { ...memory, bound: room });
  table.row('M3', 'memory at the end, to that at rest', found.end, {
    unit: 'MB',
    floor: found.idle,
    ratio: 1.4,
  });
  const quick = isLarge ? 20 : undefined;
  row('R', 'references right after a key', found.references, 'p50', isLarge ? undefined : 3);
  row('R', 'references right after a key', found.references, 'p95', quick);
  row('R', 'workspace/symbol right after a key', found.symbols, 'p50', isLarge ? undefined : 5);
  row('R', 'workspace/symbol right after a key', found.symbols, 'p95', quick);
  row('R', 'workspace/symbol after a change on disk', found.symbolsAfterChange, 'p95', 20);
  row('R', 'hover right after a key', found.hover, 'p95', 5);
  row('R', 'rename (F2)', found.rename, 'p95', 20);
  row('R', 'a file is renamed in the editor', found.willRename, 'p95', 20);
  row('C2', 'completion of file references', found.completion, 'p50');
  row('C2', 'completion of file references', found.completion, 'p95', 8);
  row('F1', 'a picture appears → right diagnostics', found.appears, 'p95', 50);
  row('F1', 'it vanishes → right diagnostics', found.vanishes, 'p95', 50);
  row('F2', 'a question after a thousand changes', found.many, 'p50', 30);
  const { texts, bytes, missing } = facts;
  console.log(
    `${pages} pages, ${texts} texts (${Math.round(bytes / 1e6)} MB), ${missing} mentions that lead nowhere`,
  );
  table.write({ node: process.version, pages, texts, bytes, missing, rounds });
}
