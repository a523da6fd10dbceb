// node reading.mjs FOLDER: the floor of an index. Lists a folder with all below and reads its texts, in
// one thread and into one buffer, and does nothing with them. Prints how many there are.
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

let buffer = Buffer.allocUnsafe(256 * 1024);
let texts = 0;
let bytes = 0;

read(process.argv[2]);
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ texts, bytes, cpu: (user + system) / 1000 }));

function read(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) read(path);
    else if (entry.name.endsWith('.txt')) readText(path);
  }
}

function readText(path) {
  const descriptor = openSync(path, 'r');
  let length = readSync(descriptor, buffer, 0, buffer.length, 0);
  while (length === buffer.length) {
    buffer = Buffer.concat([buffer], buffer.length * 2);
    length += readSync(descriptor, buffer, length, buffer.length - length, length);
  }
  closeSync(descriptor);
  texts++;
  bytes += length;
}
