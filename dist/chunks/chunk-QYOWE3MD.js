import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);
import {
  makePlan,
  planFacts
} from "./chunk-SNN7FOFX.js";
import {
  readCredentialHosts
} from "./chunk-GDMFZWVF.js";
import {
  randomPlanId
} from "./chunk-5S6IMNDR.js";
import {
  readPlanRequest
} from "./chunk-M3R5HUOY.js";
import {
  planArtifact,
  planDigest,
  serialisePlan
} from "./chunk-NXDTJQED.js";
import {
  code,
  folded,
  plain,
  table
} from "./chunk-TIJULC24.js";
import {
  UserError
} from "./chunk-GTGSVCFP.js";

// actions/prepare/main.ts
import { randomBytes } from "node:crypto";

// actions/prepare/inputs.ts
function parseInputs(reader) {
  const request = readPlanRequest(reader);
  return {
    request: { ...request, credentials: readCredentialHosts(reader) },
    githubToken: reader.text("github-token").trim()
  };
}

// actions/prepare/masked.ts
function maskedForms(value) {
  const bytes = Buffer.from(value);
  const forms = [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    ...[0, 1, 2].map((shift) => bytes.subarray(shift).toString("base64"))
  ];
  return [...new Set(forms)].filter((form) => form !== "");
}
function wouldBeMasked(output, value) {
  return value !== "" && maskedForms(value).some((form) => output.includes(form));
}
function mentions(name, value) {
  return value !== "" && name.toLowerCase().includes(value.toLowerCase());
}

// actions/prepare/outputs.ts
function planReference(plan) {
  return `${planArtifact(plan.id)}@${planDigest(plan)}`;
}
function prepareOutputs(plan, user, warn) {
  const names = displayNames(plan, user);
  const rows = plan.legs.map(({ leg, image, platform, runsOn }) => ({
    leg,
    image: names.get(image),
    platform,
    "runs-on": runsOn
  }));
  checkRunners(plan, user);
  const needed = {
    plan: planReference(plan),
    matrix: JSON.stringify({ include: rows }),
    legs: String(rows.length),
    publish: String(plan.publish),
    images: JSON.stringify(plan.images.map(({ name }) => names.get(name)))
  };
  for (const [name, output] of Object.entries(needed)) if (wouldBeMasked(output, user)) throw masked(name);
  const tags = plan.images[0]?.tags.map((tag) => tag.name) ?? [];
  const optional = { version: plan.version, tags: JSON.stringify(tags) };
  return { ...needed, ...withoutMasked(optional, user, warn) };
}
function displayNames(plan, user) {
  const owner = plan.repository.split("/")[0] ?? "";
  return new Map(
    plan.images.map(({ name }, index) => [
      name,
      mentions(name, user) || mentions(name, owner) ? `image-${index + 1}` : name
    ])
  );
}
function checkRunners(plan, user) {
  if (!plan.legs.some(({ runsOn }) => runsOn.some((label) => mentions(label, user)))) return;
  throw new UserError("IMG1501", "The label of a runner contains the name of the Docker Hub user.", {
    hint: `GitHub hides it wherever it appears, so no job would find its runner: rename the label, or ${REMEDY}`
  });
}
var REMEDY = 'keep the name as a variable (vars.DOCKERHUB_USERNAME) and write docker.io/<name> into "registries" in place of "dockerhub-username".';
function masked(output) {
  return new UserError(
    "IMG1502",
    `The output "${output}" happens to contain the name of the Docker Hub user.`,
    {
      hint: `GitHub would drop the output, as it hides the name wherever it appears: ${REMEDY}`
    }
  );
}
function withoutMasked(outputs, user, warn) {
  const hidden = Object.keys(outputs).filter((name) => wouldBeMasked(outputs[name] ?? "", user));
  if (hidden.length === 0) return outputs;
  warn(`A tag contains the name of the Docker Hub user, so these outputs stay empty: ${hidden.join(", ")}.`);
  return { ...outputs, ...Object.fromEntries(hidden.map((name) => [name, ""])) };
}

// actions/prepare/summary.ts
function planSummary(plan) {
  const parts = [
    `## Plan${plan.version === "" ? "" : `: ${plain(plan.version)}`}`,
    plan.publish ? `Publishes: ${plain(plan.reason)}.` : `**Does not publish:** ${plain(plan.reason)}.`,
    tagTable(plan),
    plan.unchanged.length > 0 ? `Unchanged, so not built: ${plan.unchanged.map(code).join(", ")}.` : ""
  ];
  const head = { markdown: parts.filter((part) => part !== "").join("\n\n"), importance: 2 };
  return plan.legs.length === 0 ? [head] : [head, { markdown: legTable(plan), importance: 6 }];
}
function tagTable({ images }) {
  const tags = images[0]?.tags ?? [];
  if (tags.length === 0) return "";
  return table(
    ["Tag", "Kind", "Because of"],
    tags.map((tag) => [code(tag.name), kindOf(tag), plain(tag.reason)])
  );
}
function kindOf({ moves }) {
  if (moves === void 0) return "fixed";
  if (moves.by === "version") return `moves up to ${plain(moves.version)}`;
  return moves.branch === void 0 ? "moves" : `moves with ${code(moves.branch)}`;
}
function legTable({ images, legs }) {
  const rows = legs.map(({ image, platform, runsOn }) => {
    const repositories = images.find(({ name }) => name === image)?.repositories ?? [];
    return [code(image), code(platform), runsOn.map(code).join(" "), repositories.map(code).join("<br>")];
  });
  const title = `${legs.length} ${legs.length === 1 ? "build" : "builds"}`;
  return folded(title, table(["Image", "Platform", "Runner", "Repositories"], rows));
}

// actions/prepare/run.ts
async function prepare({ request }, runner, facts) {
  const { event, log } = runner;
  const warn = (message) => log.warn(message);
  const drawId = () => randomPlanId(facts.randomBytes);
  const now = new Date(runner.clock.now());
  const made = await makePlan(request, { ...facts, event, now, warn, planId: drawId });
  const plan = withVisibleId(made, request.dockerhubUsername, drawId);
  const outputs = prepareOutputs(plan, request.dockerhubUsername, warn);
  const artifacts = await runner.artifacts();
  await artifacts.put(planArtifact(plan.id), serialisePlan(plan));
  log.info(describe(plan));
  await runner.summary(planSummary(plan));
  return outputs;
}
function withVisibleId(plan, user, drawId) {
  let drawn = plan;
  for (let draws = 0; draws < 100 && wouldBeMasked(planReference(drawn), user); draws++)
    drawn = { ...plan, id: drawId() };
  return drawn;
}
function describe(plan) {
  const tags = plan.images[0]?.tags.map(({ name }) => name).join(", ") || "none";
  const fate = plan.publish ? "publishes" : "does not publish";
  return `Plan ${plan.id}: ${plan.images.length} image(s), ${plan.legs.length} build(s), tags: ${tags}; ${fate}: ${plan.reason}.`;
}

// actions/prepare/main.ts
async function runPrepare(runner) {
  const inputs = parseInputs(runner.inputs);
  const outputs = await prepare(inputs, runner, {
    ...await planFacts(runner, inputs.githubToken),
    randomBytes
  });
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
}

export {
  runPrepare
};
