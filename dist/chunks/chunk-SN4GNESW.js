import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  USUAL_CHECK_FILE
} from "./chunk-OZFBX7LI.js";
import {
  obtainImage
} from "./chunk-XLVGLC4M.js";
import {
  saveFolder
} from "./chunk-V4544LNU.js";
import {
  jobEngine
} from "./chunk-353UZVSC.js";
import {
  inspectImage
} from "./chunk-IP3JZAI2.js";
import {
  locateStoreOf
} from "./chunk-O7MKDZIK.js";
import {
  readBuildArgs
} from "./chunk-IJOCRBIZ.js";
import {
  checkPath
} from "./chunk-CILVAWX5.js";
import {
  readPullAccess
} from "./chunk-SEJ6WIJR.js";
import {
  formatRepository,
  parseReference
} from "./chunk-ZNDI3WQU.js";
import {
  readLines,
  readPairs
} from "./chunk-GDCOOEY7.js";
import {
  InputProblems,
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/verify/image.ts
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
async function openImage(runner, { image: name, access }) {
  const folder = await mkdtemp(join(runner.temp, "image-actions-"));
  saveFolder(runner, folder);
  const engine = await jobEngine(runner, { access, repositories: repositoryOf(name), folder });
  const id = await obtainImage(engine, name);
  return { image: await inspectImage(await locateStoreOf(engine, id), id), engine, folder };
}
function repositoryOf(name) {
  try {
    return [formatRepository(parseReference(name))];
  } catch {
    return [];
  }
}

// actions/verify/inputs.ts
function parseInputs(reader, context) {
  const problems = new InputProblems();
  const text = (name) => reader.text(name).trim();
  const image = problems.try(() => readImage(text("image")));
  const checkFile = problems.try(() => readCheckFileName(reader));
  const folder = problems.try(() => checkPath(text("context") || ".", "context")) ?? ".";
  const file = text("containerfile");
  const containerfile = file === "" ? "" : problems.try(() => checkPath(file, "file")) ?? "";
  const buildArgs = problems.try(() => readBuildArgs(readLines(reader, "build-args"))) ?? {};
  const target = text("target") || void 0;
  const reports = text("reports");
  const access = problems.try(() => readPullAccess(reader, context));
  problems.throwIfAny();
  return {
    image,
    checkFile,
    source: { context: folder, file: containerfile },
    target,
    buildArgs,
    reports,
    access
  };
}
function readCheckFileName(reader) {
  return {
    file: reader.text("file").trim() || USUAL_CHECK_FILE,
    variables: Object.fromEntries(readPairs(reader, "variables"))
  };
}
function readImage(text) {
  if (text !== "" && !/\s/.test(text)) return text;
  throw new UserError("IMG7001", text === "" ? 'Input "image" is empty.' : `Input "image" is "${text}".`, {
    hint: "Write the name of one image, such as ghcr.io/owner/app:1.2.3, or its id."
  });
}

export {
  openImage,
  parseInputs,
  readCheckFileName
};
