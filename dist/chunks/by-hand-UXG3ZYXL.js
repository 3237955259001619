import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  CARRIED_FOLDER,
  carriedPlan,
  nextAttempt,
  requireRecords
} from "./chunk-6UDIQTCQ.js";
import {
  openStage
} from "./chunk-UY2C3D2M.js";
import {
  parseRecord
} from "./chunk-KID3JUHS.js";
import {
  ANY_HOST
} from "./chunk-GDMFZWVF.js";
import {
  parsePlan,
  resolvePlan
} from "./chunk-NXDTJQED.js";
import {
  documentSources
} from "./chunk-INPAMFGY.js";
import "./chunk-2HSYLW7U.js";
import "./chunk-ZNDI3WQU.js";
import {
  formatBytes
} from "./chunk-5XXXVB74.js";
import "./chunk-WAJLRQW2.js";
import "./chunk-GDCOOEY7.js";
import "./chunk-C5D3HR52.js";
import "./chunk-J6MGYEM6.js";
import "./chunk-EZQO47NV.js";
import {
  InputError
} from "./chunk-GTGSVCFP.js";
import "./chunk-TO6V6YKD.js";

// actions/pipeline/by-hand.ts
import { resolve } from "node:path";
var PLAN = "plan";
async function planRoom() {
  const { runPrepare } = await import("./main-SDNRZYP2.js");
  const { planText } = await import("./plan-text-DP4CHFS5.js");
  return {
    run: async (outer) => {
      const { runner, outputs } = openStage(outer, { "has-credentials": ANY_HOST });
      await runPrepare({ ...runner, log: { ...outer.log, info: () => {
      } } });
      const [name = ""] = (outputs.get("plan") ?? "").split("@");
      const plan = parsePlan(await (await outer.artifacts()).get(name) ?? "");
      return { document: plan, text: planText(plan) };
    },
    finish: async () => {
    }
  };
}
async function buildRoom() {
  const { build } = await import("./main-DM2KFGO2.js");
  const { finishBuild } = await import("./finish-62HMVFW2.js");
  return {
    run: async (outer) => {
      const artifacts = await outer.artifacts();
      const plan = planInput(outer) || (await carriedPlan(artifacts) ?? "");
      const attempt = await nextAttempt(artifacts);
      let name = "";
      await build({
        ...outer,
        inputs: replacing(outer, { [PLAN]: plan }),
        event: { ...outer.event, attempt },
        setOutput: (output, value) => {
          if (output === "record") name = value;
        }
      });
      if (name === "") return { document: null, text: "" };
      const record = parseRecord(await artifacts.get(name) ?? "", name);
      return { document: record, text: recordText(record, outer.inputs.text(CARRIED_FOLDER.name) !== "") };
    },
    finish: finishBuild
  };
}
async function mergeRoom() {
  const { mergeImages } = await import("./main-JFJENF2L.js");
  const { finishInterrupted } = await import("./interrupted-ST42CB7D.js");
  const { terminalSummary } = await import("./terminal-E4E466G7.js");
  return {
    run: async (outer) => {
      const artifacts = await outer.artifacts();
      const reference = planInput(outer) || (await carriedPlan(artifacts) ?? nothingToMerge());
      const plan = await resolvePlan(reference, documentSources(outer));
      await requireRecords(plan, artifacts);
      const attempt = await nextAttempt(artifacts);
      const { receipt, error, ...published } = await mergeImages({
        ...outer,
        inputs: replacing(outer, { [PLAN]: reference }),
        // Whatever is checked out here, the history that counts is that of what was planned.
        event: { ...outer.event, attempt, repository: plan.repository }
      });
      return { document: receipt, text: `
${terminalSummary({ ...published, receipt })}`, error };
    },
    finish: (runner) => finishInterrupted(runner, runner.state("journal"))
  };
}
function replacing({ inputs }, replaced) {
  return { text: (name) => replaced[name] ?? inputs.text(name) };
}
function planInput({ inputs }) {
  const text = inputs.text(PLAN).trim();
  return text === "" || /^[-{]|@sha256:/.test(text) ? text : resolve(text);
}
function nothingToMerge() {
  throw new InputError("IMG9010", "There is no plan to merge by.", {
    hint: "Give --artifacts the folder with the plan and the records of the builds, or --plan FILE as well where the plan lies elsewhere."
  });
}
function recordText(record, kept) {
  const { image, platform, repositories, digest, compressedSize, imageId } = record;
  if (repositories.length === 0)
    return `
${image} for ${platform} was built, and pushed nowhere: ${imageId}
`;
  const pushed = repositories.map(({ repository }) => `${repository}@${digest}
`).join("");
  const next = kept ? "No tag holds it yet: carry the folder of artifacts on to merge." : "No tag holds it, and merge will not find it: with --artifacts FOLDER it does.";
  return `
${image} for ${platform}, ${formatBytes(compressedSize)} compressed:
${pushed}${next}
`;
}
export {
  buildRoom,
  mergeRoom,
  planRoom
};
