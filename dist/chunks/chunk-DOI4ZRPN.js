import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  openEngine
} from "./chunk-PR5VHADN.js";

// actions/runner/unfinished-verification.ts
import { randomBytes } from "node:crypto";

// actions/engine/leftovers.ts
async function removeLeftovers(engine, label) {
  const force = ["--force", "--volumes", "--depend", "--ignore", "--time", "0"];
  await engine.run("podman", ["rm", ...force, "--filter", `label=${label}`], {
    env: engine.env,
    finishing: true,
    anyExit: true
  });
}

// actions/runner/unfinished-verification.ts
var VERIFICATION = "verification";
async function withLabel(runner, verify) {
  const label = `image-actions.verify=${randomBytes(8).toString("hex")}`;
  runner.saveState(VERIFICATION, label);
  const result = await verify(label);
  runner.saveState(VERIFICATION, "");
  return result;
}
async function finishVerification(runner) {
  const label = runner.state(VERIFICATION);
  if (label === "") return;
  await removeLeftovers(openEngine(runner.run, runner.environment, {}, ""), label);
}

export {
  removeLeftovers,
  VERIFICATION,
  withLabel,
  finishVerification
};
