import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  canonicalText,
  digestOf
} from "./chunk-ZQ3A7QTU.js";
import {
  sentence
} from "./chunk-HNYI7RT3.js";
import {
  InputError,
  UserError,
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/snapshot/write.ts
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
function outputFile({ inputs }) {
  const file = inputs.output || inputs.snapshot;
  if (/\.json$/i.test(file)) return file;
  throw new InputError("IMG8105", `"${file}" can't be written: a snapshot is written as JSON.`, {
    hint: 'Name a file that ends with .json in "output".'
  });
}
async function writeSnapshot(snapshot, task) {
  return writeDocument(outputFile(task), canonicalText(snapshot), task);
}
async function writeDocument(file, text, { path }) {
  const place = path(file);
  const before = await readFile(place, "utf8").catch(() => void 0);
  if (before === text) return { file, changed: false };
  try {
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text);
  } catch (cause) {
    throw new UserError("IMG8105", `"${file}" can't be written: ${sentence(messageOf(cause))}`, {
      hint: 'Name a file that may be written in "output".',
      cause
    });
  }
  return { file, changed: true };
}
function writtenOutputs(snapshot, { changed }) {
  return {
    digest: digestOf(snapshot),
    nodes: String(snapshot.git.length + snapshot.registry.length + snapshot.files.length),
    changed: String(changed)
  };
}

export {
  outputFile,
  writeSnapshot,
  writeDocument,
  writtenOutputs
};
