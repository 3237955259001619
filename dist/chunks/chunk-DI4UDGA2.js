import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  removeUnfinishedBuilds
} from "./chunk-NEBCN2RQ.js";
import {
  openEngine
} from "./chunk-PR5VHADN.js";
import {
  messageOf
} from "./chunk-GTGSVCFP.js";

// actions/runner/unfinished-build.ts
async function finishBuilds(runner, folder) {
  try {
    await removeUnfinishedBuilds(openEngine(runner.run, runner.environment, {}, ""), folder);
  } catch (error) {
    runner.log.warn(
      `What podman keeps of a build that was killed was not removed, its secrets included: ${messageOf(error)}`
    );
  }
}

export {
  finishBuilds
};
