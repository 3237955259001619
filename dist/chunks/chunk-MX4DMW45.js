import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  USUAL_CHECK_FILE
} from "./chunk-SXUVMFPP.js";
import {
  obtainImage
} from "./chunk-OMDEK77Q.js";
import {
  saveFolder
} from "./chunk-4MO4VXPY.js";
import {
  jobEngine
} from "./chunk-M7ML7WLT.js";
import {
  inspectImage
} from "./chunk-VFETRPON.js";
import {
  locateStoreOf
} from "./chunk-Z55L4X2P.js";
import {
  readBuildArgs
} from "./chunk-AQLLFULB.js";
import {
  checkPath
} from "./chunk-VUY6WMLY.js";
import {
  readPullAccess
} from "./chunk-OMGGJSLT.js";
import {
  formatRepository,
  parseReference
} from "./chunk-S5AK6Y7H.js";
import {
  readLines,
  readPairs
} from "./chunk-NQSZNAFT.js";
import {
  InputProblems,
  UserError
} from "./chunk-OMWTWNNE.js";

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
  throw new UserError(text === "" ? 'Input "image" is empty.' : `Input "image" is "${text}".`, {
    hint: "Write the name of one image, such as ghcr.io/owner/app:1.2.3, or its id."
  });
}

export {
  openImage,
  parseInputs,
  readCheckFileName
};
