import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  locateStore
} from "./chunk-O7MKDZIK.js";

// actions/engine/unfinished-build.ts
import { readdir as readdir2, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join as join2 } from "node:path";

// actions/base/open-up.ts
import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
async function openUp(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    const isOurs = await chmod(path, 448).then(
      () => true,
      () => false
    );
    return isOurs ? openUp(path) : [];
  });
  return (await Promise.all(files)).flat();
}

// actions/engine/unfinished-build.ts
var MARK = "unfinished-build";
async function withMark(engine, folder, build) {
  const mark = join2(folder, MARK);
  await writeFile(mark, "");
  try {
    const result = await build(["--secret", `id=${MARK},src=${mark}`]);
    await rm(mark);
    return result;
  } catch (error) {
    await removeUnfinishedBuilds(engine, folder).catch(() => {
    });
    throw error;
  }
}
async function removeUnfinishedBuilds(engine, folder) {
  const marks = (await openUp(folder)).filter((path) => basename(path) === MARK);
  if (marks.length === 0) return;
  const containers = await containersWith(await locateStore(engine, { finishing: true }), marks);
  if (containers.length > 0) {
    const args = ["rm", "--force", "--ignore", "--", ...containers];
    await engine.run("podman", args, { env: engine.env, finishing: true });
  }
  await Promise.all(marks.map((mark) => rm(mark, { force: true })));
}
async function containersWith({ root, driver }, marks) {
  const folder = join2(root, `${driver}-containers`);
  const all = await readdir2(folder).catch(() => []);
  const noted = all.map(async (id) => {
    const notes = await readFile(join2(folder, id, "userdata/buildah.json"), "utf8").catch(() => "");
    return marks.some((mark) => notes.includes(JSON.stringify(`src=${mark}`).slice(1))) ? [id] : [];
  });
  return (await Promise.all(noted)).flat();
}

export {
  withMark,
  removeUnfinishedBuilds
};
