import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  recordPrefix
} from "./chunk-KID3JUHS.js";
import {
  digestOf
} from "./chunk-EZQO47NV.js";
import {
  InputError
} from "./chunk-GTGSVCFP.js";

// actions/pipeline/carried-folder.ts
var CARRIED_FOLDER = {
  name: "artifacts",
  description: "Folder where plan, records and receipt lie, to be carried from plan over build to merge; it is made where it is missing.",
  default: ""
};
async function carriedPlan(artifacts) {
  const [name, ...others] = await artifacts.list("plan-");
  if (name === void 0) return void 0;
  if (others.length > 0)
    throw new InputError("IMG9009", `The folder of artifacts holds ${others.length + 1} plans.`, {
      hint: "Name the one that is meant with --plan FILE, or make each plan in a folder of its own."
    });
  return `${name}@${digestOf(await artifacts.get(name) ?? "")}`;
}
async function requireRecords({ id, legs }, artifacts) {
  const names = await artifacts.list(recordPrefix(id));
  const missing = legs.filter(
    ({ leg }) => !names.some((name) => name.startsWith(`${recordPrefix(id)}${leg}-`))
  );
  if (missing.length === 0) return;
  const builds = missing.map(({ leg, image, platform }) => `${image} for ${platform} (--leg ${leg})`);
  throw new InputError("IMG9010", `The folder of artifacts holds no record of ${builds.join(", ")}.`, {
    hint: "Build it first, and bring what that machine\u2019s folder holds into this one."
  });
}
async function nextAttempt(artifacts) {
  const names = [...await artifacts.list("record-"), ...await artifacts.list("receipt-")];
  return 1 + Math.max(0, ...names.map((name) => Number(/-(\d{1,6})$/.exec(name)?.[1] ?? 0)));
}

export {
  CARRIED_FOLDER,
  carriedPlan,
  requireRecords,
  nextAttempt
};
